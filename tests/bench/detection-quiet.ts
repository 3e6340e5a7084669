import type { Detector } from '../../shared/detection/detector.ts';
import { compareSeverity, isMarked } from '../../shared/protocol/finding.ts';
import { type Row, withGoal } from './detection-row.ts';

/** How many marks of severity `coded` or worse a reader of real postings sees in 1,000 words. */
export function quietRow(detector: Detector, postings: readonly string[]): Row {
  let words = 0;
  let marks = 0;
  for (const text of postings) {
    words += text.split(/\s+/).length;
    marks += detector
      .check(text)
      .findings.filter((one) => isMarked(one) && compareSeverity(one.severity, 'coded') >= 0).length;
  }
  return withGoal(
    {
      name: 'marks in 1,000 words, coded or worse',
      value: (marks / words) * 1000,
      unit: 'marks',
      note: `${postings.length} real postings, ${words} words`,
    },
    { atMost: 4 },
  );
}
