import { parseArgs } from 'node:util';
import { printRows, type Row } from './detection-row.ts';
import { calibrationRows } from './policy-calibration.ts';
import { plantedRows } from './policy-planted.ts';
import { realRows } from './policy-real.ts';
import { speedRows } from './policy-speed.ts';

/** `npm run bench:policy -- [--quick] [--json]`: calibration, planted bias, real text and speed against the goals. */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const quick = values.quick ?? false;

const rows: Row[] = [
  ...(await calibrationRows(quick ? 10 : 200)),
  ...(await plantedRows(
    quick
      ? { seeds: [1], candidates: 6000, postings: 50 }
      : { seeds: [1, 2, 3, 4, 5], candidates: 10_000, postings: 300 },
  )),
  ...(await speedRows(quick ? 3000 : 10_000)),
];
const real = await realRows(quick ? [1] : [1, 2, 3, 4, 5]);
if (real === undefined) console.error('Skipped real text: ../shared/data is not there.');
else rows.push(...real);
printRows(rows, values.json ?? false);
