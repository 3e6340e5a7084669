import type { AttributeAudit } from '../../shared/fairness/selection-audit.ts';
import { total } from '../../shared/fairness/selection-rate.ts';
import { verdictText } from '../../shared/fairness/verdict.ts';
import {
  count,
  nothing,
  percent,
  percentRange,
  plural,
  probability,
  ratio,
  ratioRange,
} from '../reports/format.ts';
import { attributeSentences } from '../reports/selection-words.ts';
import { alignColumns } from './align-columns.ts';
import type { ScoredAudit, ScoringLine } from './audit-line.ts';
import { rankingTable } from './ranking-table.ts';

function wrap(text: string, width = 100): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length > 0 && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line.length === 0 ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The audit of one attribute for a terminal: a table and a plain sentence a group. */
export function auditTable(audit: AttributeAudit, { scoring, ranking }: ScoredAudit = {}): string {
  const all = total(audit.groups);
  const header = [
    `${audit.attribute}: ${count(all.selected)} of ${plural(all.n, 'person', 'people')} selected (${percent(all.n > 0 ? all.selected / all.n : null)})`,
    audit.unknown.n > 0 ? `group not known: ${count(audit.unknown.n)}` : '',
    audit.notAssessed > 0 ? `outcome not known: ${count(audit.notAssessed)}` : '',
  ].filter((part) => part.length > 0);
  const rows = audit.groups.map((group) => [
    group.group,
    count(group.n),
    count(group.selected),
    percent(group.selectionRate),
    percentRange(group.wilson),
    ratio(group.impactRatio),
    ratioRange(group.koopman),
    probability(group.holmP),
    verdictText(group.verdict),
  ]);
  const columns = [
    'group',
    'people',
    'selected',
    'rate',
    '95 % interval',
    'impact ratio',
    '95 % interval',
    'p (Holm)',
    'verdict',
  ];
  const table = alignColumns([columns, ...rows]);
  const sentences = attributeSentences(audit).flatMap((sentence) =>
    wrap(sentence).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)),
  );
  return [
    header.join('; '),
    '',
    ...table.map((line) => `  ${line}`),
    '',
    ...sentences.map((line) => `  ${line}`),
    ...[scoring && scoringTable(scoring), ranking && rankingTable(ranking)].flatMap((further) =>
      further === undefined ? [] : ['', ...further.map((line) => `  ${line}`)],
    ),
    '',
  ].join('\n');
}

function scoringTable(scoring: ScoringLine): string[] {
  const rows = scoring.groups.map((group) => [
    group.group,
    count(group.n),
    count(group.aboveMedian),
    percent(group.scoringRate),
    ratio(group.impactRatio),
    '',
  ]);
  const middle = scoring.median === null ? nothing : String(scoring.median);
  return [
    `Scores (New York City Local Law 144 scoring rate: share above the median of all, ${middle})`,
    ...alignColumns([['group', 'with score', 'above', 'scoring rate', 'impact ratio', ''], ...rows]),
    ...(scoring.withoutScore > 0 ? [`Without a score: ${count(scoring.withoutScore)}`] : []),
  ];
}
