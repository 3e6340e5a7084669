import type { Detector } from '../../shared/detection/detector.ts';
import { scoreLabels } from '../../training/detector/label-evaluation.ts';
import {
  type DevelopmentDocument,
  developmentDocuments,
} from '../../training/detector/labelled-documents.ts';
import { outerFolds } from '../../training/detector/split.ts';
import { type Row, withGoal } from './detection-row.ts';

const goals = {
  age: 0.75,
  disability: 0.7,
  feminine: 0.93,
  masculine: 0.78,
  racial: 0.86,
  sexuality: 0.9,
  general: 0.72,
};
const seed = 20260101;

/**
 * Document labels and quoted spans on the development documents. The rules were written with these documents in sight, so the figures
 * flatter them; the locked documents (`evaluate-locked.ts`) do not.
 */
export function labelRows(detector: Detector): Row[] {
  const documents = developmentDocuments().map((document) => ({
    ...document,
    actual: document.labels,
    predicted: detector.check(document.text).labels,
  }));
  const real = documents.filter(({ synthetic }) => !synthetic);
  const all = scoreLabels(documents, seed);
  const onReal = scoreLabels(real, seed);
  const folds = Array.from({ length: outerFolds }, (_, fold) =>
    scoreLabels(
      documents.filter(({ part }) => part === fold),
      seed,
    ),
  );
  const macros = folds.map(({ macro }) => macro);

  return [
    ...all.classes.map(({ category, f1, interval, positives, precision, recall }) =>
      withGoal(
        {
          name: `label F1, ${category}, real and synthetic`,
          value: f1,
          unit: 'F1',
          spread: interval,
          note: `${positives} positives, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
        },
        { atLeast: goals[category] },
      ),
    ),
    withGoal(
      {
        name: 'label F1, macro, real and synthetic',
        value: all.macro,
        unit: 'F1',
        spread: all.macroInterval,
      },
      { atLeast: 0.8 },
    ),
    {
      name: 'label F1, macro, spread over outer folds',
      value: all.macro,
      unit: 'F1',
      spread: [Math.min(...macros), Math.max(...macros)],
    },
    ...onReal.classes.map(({ category, f1, interval, positives, precision, recall }): Row => {
      const row = {
        name: `label recall, ${category}, real`,
        value: recall,
        unit: 'recall',
        note: `F1 ${f1.toFixed(2)} [${interval.map((end) => end.toFixed(2)).join(', ')}], ${positives} positives, precision ${precision.toFixed(2)}`,
      };
      return positives >= 15 ? withGoal(row, { atLeast: 0.35 }) : row;
    }),
    withGoal(
      { name: 'label F1, macro, real', value: onReal.macro, unit: 'F1', spread: onReal.macroInterval },
      { atLeast: 0.6 },
    ),
    spanRow(detector, documents),
  ];
}

function spanRow(detector: Detector, documents: readonly DevelopmentDocument[]): Row {
  let quoted = 0;
  let overlapped = 0;
  for (const { text, quotedSpans } of documents) {
    if (quotedSpans.length === 0) continue;
    const { findings } = detector.check(text);
    for (const span of quotedSpans) {
      if (span.end <= span.start) continue;
      quoted += 1;
      const found = findings.some(
        ({ category, start, end }) => category === span.category && start < span.end && span.start < end,
      );
      if (found) overlapped += 1;
    }
  }
  return withGoal(
    {
      name: 'quoted spans overlapped by a finding',
      value: overlapped / quoted,
      unit: 'share',
      note: `${quoted} spans`,
    },
    { atLeast: 0.6 },
  );
}
