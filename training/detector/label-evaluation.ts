import { type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';

/** True and predicted labels of one document. */
export interface LabelledPrediction {
  readonly actual: readonly LabelCategory[];
  readonly predicted: readonly LabelCategory[];
}

export interface ClassScore {
  readonly category: LabelCategory;
  readonly positives: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Percentile bootstrap over documents, 95 %. */
  readonly interval: readonly [number, number];
}

export interface LabelScores {
  readonly documents: number;
  readonly classes: readonly ClassScore[];
  readonly macro: number;
  readonly macroInterval: readonly [number, number];
}

/**
 * Macro F1 as it would be were every class as frequent as `prevalence` (share of documents), with the same recall and the same share of
 * documents labelled by mistake. F1 falls with the share of positives, so figures of two splits compare only at one prevalence.
 */
export function macroAtPrevalence({ classes, documents }: LabelScores, prevalence: number): number {
  const values = classes.map(({ positives, precision, recall }) => {
    const hits = recall * positives;
    const mistaken = precision > 0 ? hits * (1 / precision - 1) : 0;
    const mistakenShare = mistaken / Math.max(1, documents - positives);
    const found = recall * prevalence;
    return (2 * found) / (found + mistakenShare * (1 - prevalence) + prevalence);
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const drawsOfInterval = 1000;

interface Counts {
  readonly hit: number;
  readonly false: number;
  readonly missed: number;
}

/** Document-level precision, recall and F1 of every class with bootstrap intervals. F1 of a class without positives or calls is 0. */
export function scoreLabels(predictions: readonly LabelledPrediction[], seed: number): LabelScores {
  const random = createRandom(seed);
  const draws = Array.from({ length: drawsOfInterval }, () => {
    const sample = predictions.map(() => predictions[random.integer(predictions.length)]);
    return labelCategories.map((category) => f1Of(count(sample, category)));
  });
  const classes = labelCategories.map((category, index): ClassScore => {
    const counts = count(predictions, category);
    return {
      category,
      positives: counts.hit + counts.missed,
      precision: ratio(counts.hit, counts.hit + counts.false),
      recall: ratio(counts.hit, counts.hit + counts.missed),
      f1: f1Of(counts),
      interval: percentiles(draws.map((draw) => draw[index] ?? 0)),
    };
  });
  return {
    documents: predictions.length,
    classes,
    macro: mean(classes.map(({ f1 }) => f1)),
    macroInterval: percentiles(draws.map(mean)),
  };
}

function count(predictions: readonly (LabelledPrediction | undefined)[], category: LabelCategory): Counts {
  let [hit, wrong, missed] = [0, 0, 0];
  for (const one of predictions) {
    const actual = one?.actual.includes(category) ?? false;
    const predicted = one?.predicted.includes(category) ?? false;
    if (actual && predicted) hit += 1;
    else if (predicted) wrong += 1;
    else if (actual) missed += 1;
  }
  return { hit, false: wrong, missed };
}

function f1Of(counts: Counts): number {
  return ratio(2 * counts.hit, 2 * counts.hit + counts.false + counts.missed);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function mean(values: readonly number[]): number {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function percentiles(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return [at(0.025), at(0.975)];
}
