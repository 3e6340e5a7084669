import { parseArgs } from 'node:util';
import { createDetector } from '../../shared/detection/detector.ts';
import { hasLabelledData } from '../../training/detector/labelled-documents.ts';
import { realPostings } from '../../training/detector/real-postings.ts';
import { labelRows } from './detection-labels.ts';
import { phraseRows } from './detection-phrases.ts';
import { quietRow } from './detection-quiet.ts';
import { printRows, type Row } from './detection-row.ts';
import { sizeRow } from './detection-size.ts';
import { speedRows } from './detection-speed.ts';
import { suggestionRow } from './detection-suggestions.ts';

/**
 * `npm run bench:detection -- [--quick] [--json]`: labels, spans, quietness, suggestions, speed and size against the goals. `--quick` labels
 * the documents of one outer fold and times fewer texts.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const quick = values.quick ?? false;

const detector = createDetector();
const postings = realPostings(1000);
const rows: Row[] = [];
if (hasLabelledData()) rows.push(...labelRows(detector, quick), ...phraseRows(detector));
else console.error('Skipped labels and spans: ../shared/data/bias is not there.');
if (postings.length > 0) {
  rows.push(quietRow(detector, postings), suggestionRow(detector, postings));
  rows.push(...speedRows(detector, postings, quick), hostileRow());
} else console.error('Skipped quietness and speed: ../shared/data/postings is not there.');
rows.push(await sizeRow());
printRows(rows, values.json ?? false);

/** One megabyte made to be hard: the slowest of several texts. */
function hostileRow(): Row {
  const texts = [
    'a '.repeat(500_000),
    'young '.repeat(166_000),
    '('.repeat(1_000_000),
    'lift and carry up to 10 '.repeat(41_000),
    'a'.repeat(1_000_000),
    'Recent graduate! '.repeat(58_000),
    'recent graduate '.repeat(62_000),
    'he\n'.repeat(333_000),
  ];
  const times = texts.map((text) => {
    const start = performance.now();
    detector.check(text);
    return performance.now() - start;
  });
  const value = Math.max(...times);
  return { name: '1 MB of hostile input, slowest', value, unit: 'ms', goal: '<= 2000', met: value <= 2000 };
}
