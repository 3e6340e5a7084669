import type { Detector } from '../../shared/detection/detector.ts';
import { editOptions } from '../../shared/edits/edit-options.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import type { Row } from './detection-row.ts';

/** Share of the marks on real postings that carry a suggestion, requirement questions left out: those have none by design. */
export function suggestionRow(detector: Detector, postings: readonly string[]): Row {
  let [marks, suggesting, offered, questions] = [0, 0, 0, 0];
  for (const text of postings) {
    const { findings } = detector.check(text);
    offered += editOptions(text, findings).length;
    for (const finding of findings.filter(isMarked)) {
      if (finding.requirementQuestion) questions += 1;
      else {
        marks += 1;
        suggesting += Number(finding.suggestions.length > 0);
      }
    }
  }
  return {
    name: 'marks with a suggestion, questions left out',
    value: suggesting / Math.max(1, marks),
    unit: 'share',
    note: `${marks} marks, ${offered} with an edit that passes the fact guard; ${questions} requirement questions`,
  };
}
