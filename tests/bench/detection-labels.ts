import type { Detector } from '../../shared/detection/detector.ts';
import { labelsOfHits } from '../../shared/detection/labels.ts';
import { isMarked, type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import {
  type ClassScore,
  type LabelScores,
  macroAtPrevalence,
  scoreLabels,
} from '../../training/detector/label-evaluation.ts';
import type { DevelopmentDocument } from '../../training/detector/labelled-documents.ts';
import {
  everyFold,
  type NestedPrediction,
  nestedPredictions,
  shippedSet,
} from '../../training/detector/nested-evaluation.ts';
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
 * Share of positives a class in the split of the published scores, all and real: the values at which labelling every document
 * with every class has the macro F1 stated for it, .24 and .25.
 */
const publishedPrevalence = { all: 0.136, real: 0.143 };

/**
 * Document labels, marks and quoted spans on the development documents. Labels are nested: a classifier that has not seen a document's
 * fold labels it, from rule matches that other folds know too. Marks, spans and the rules as written are flattered, for the rules were
 * written with these documents in sight; the locked documents (`evaluate-locked.ts`) flatter nothing.
 * @param quick labels the documents of one outer fold only, a fifth of them: a look at whether something broke, not a figure to quote.
 */
export function labelRows(detector: Detector, quick: boolean): Row[] {
  const chosen = quick ? everyFold.slice(0, 1) : everyFold;
  const predictions = nestedPredictions(shippedSet(), chosen);
  const documents = predictions.map(({ document }) => document);
  const scoresOf = (labels: (one: NestedPrediction) => readonly LabelCategory[]) => {
    const scored = predictions.map((one) => ({ ...one, predicted: labels(one) }));
    const real = scored.filter(({ document }) => !document.synthetic);
    return { all: scoreLabels(scored, seed), real: scoreLabels(real, seed) };
  };
  const labels = scoresOf(({ predicted }) => predicted);
  const rules = scoresOf(({ byRules }) => byRules);
  const written = scoresOf(({ document }) => labelsOfHits(detector.hits(document.text)));
  const marks = scoresOf(({ document }) => markedCategories(detector, document.text));
  const folds = chosen.map((fold) =>
    scoreLabels(
      predictions.filter(({ document }) => document.part === fold),
      seed,
    ),
  );
  return [
    ...classRows('label F1', labels.all, 'real and synthetic', goals),
    withGoal(macroRow('label F1', labels.all, 'real and synthetic'), { atLeast: 0.8 }),
    spreadRow(folds.map(({ macro }) => macro)),
    ...classRows('label F1', labels.real, 'real'),
    ...labels.real.classes.filter(({ positives }) => positives >= 15).map(recallRow),
    withGoal(macroRow('label F1', labels.real, 'real'), { atLeast: 0.6 }),
    prevalenceRow(labels.all, publishedPrevalence.all, 'real and synthetic'),
    prevalenceRow(labels.real, publishedPrevalence.real, 'real'),
    macroRow('rules alone, cross-fitted', rules.all, 'real and synthetic'),
    macroRow('rules alone, cross-fitted', rules.real, 'real'),
    macroRow('rules alone, as written', written.all, 'real and synthetic'),
    macroRow('rules alone, as written', written.real, 'real'),
    ...classRows('mark F1', marks.all, 'real and synthetic'),
    macroRow('mark F1', marks.all, 'real and synthetic'),
    ...classRows('mark F1', marks.real, 'real'),
    macroRow('mark F1', marks.real, 'real'),
    spanRow(detector, documents),
  ];
}

/** The categories that a reader of the page sees marked. */
function markedCategories(detector: Detector, text: string): LabelCategory[] {
  const marked = new Set<string>(
    detector
      .check(text)
      .findings.filter(isMarked)
      .map(({ category }) => category),
  );
  return labelCategories.filter((category) => marked.has(category));
}

function classRows(
  name: string,
  scores: LabelScores,
  on: string,
  atLeast?: Readonly<Record<LabelCategory, number>>,
): Row[] {
  return scores.classes.map(({ category, f1, interval, positives, precision, recall }) => {
    const row = {
      name: `${name}, ${category}, ${on}`,
      value: f1,
      unit: 'F1',
      spread: interval,
      note: `${positives} positives, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    };
    return atLeast ? withGoal(row, { atLeast: atLeast[category] }) : row;
  });
}

function recallRow({ category, recall, positives }: ClassScore): Row {
  const row = {
    name: `label recall, ${category}, real`,
    value: recall,
    unit: 'recall',
    note: `${positives} positives`,
  };
  return withGoal(row, { atLeast: 0.35 });
}

function macroRow(name: string, { macro, macroInterval }: LabelScores, on: string): Row {
  return { name: `${name}, macro, ${on}`, value: macro, unit: 'F1', spread: macroInterval };
}

function prevalenceRow(scores: LabelScores, prevalence: number, on: string): Row {
  return {
    name: `label F1, macro, ${on}, at ${(prevalence * 100).toFixed(1)} % positives`,
    value: macroAtPrevalence(scores, prevalence),
    unit: 'F1',
    note: 'as frequent as in the split of the published scores; an estimate',
  };
}

function spreadRow(macros: readonly number[]): Row {
  const value = macros.reduce((sum, macro) => sum + macro, 0) / macros.length;
  return {
    name: 'label F1, macro, spread over outer folds',
    value,
    unit: 'F1',
    spread: [Math.min(...macros), Math.max(...macros)],
  };
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
