import {
  type DocumentCues,
  documentScores,
  labelFeatures,
} from '../../shared/detection/classifier/classify.ts';
import type { LabelModel, LinearModels } from '../../shared/detection/classifier/model.ts';
import { type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import { fitLogistic, type LogisticModel, logit } from './logistic-regression.ts';
import type { TrainingDocument } from './training-set.ts';

/** Found by the inner folds; see the table of families in docs/detection.md. */
export interface LabelSettings {
  readonly ridge: number;
  /** Weight of the F1 on real advertisements beside the F1 on all when a threshold is chosen. */
  readonly real: number;
  /** What a learned label must gain over the rules' label, in that measure, to take its place. */
  readonly margin: number;
}

export const labelSettings: LabelSettings = { ridge: 0.01, real: 0.4, margin: 0.01 };

/** A document with what models say of it that have not seen it. */
export interface CuedDocument {
  readonly document: TrainingDocument;
  readonly cues: DocumentCues;
  readonly documentModel: LinearModels;
}

/**
 * Fits the label model of a category and its threshold by cross-fitting over the folds of the documents.
 * @returns undefined where the rules' own label is as good.
 */
export function fitLabelModel(
  category: LabelCategory,
  cued: readonly CuedDocument[],
  settings: LabelSettings = labelSettings,
): LabelModel | undefined {
  const actual = cued.map(({ document }) => document.labels.has(category));
  const real = cued.map(({ document }) => !document.synthetic);
  const folds = cued.map(({ document }) => document.fold);
  const rows = cued.map((one) => labelRow(category, one));

  const scores = crossFitted(rows, actual, folds, settings.ridge);
  const measure = (chosen: readonly boolean[]) => blendedF1(chosen, actual, real, settings.real);
  const threshold = bestThreshold(scores, actual, real, settings.real);
  const learned = measure(scores.map((score) => score > threshold));
  const byRules = measure(cued.map(({ document }) => document.byRules.has(category)));
  if (learned < byRules + settings.margin) return undefined;
  const { weights, bias } = fitLogistic(rows, actual, settings.ridge);
  return { weights: weights.map(rounded), bias: rounded(bias - threshold) };
}

function labelRow(category: LabelCategory, { cues, documentModel }: CuedDocument): number[] {
  const ofDocument = documentScores(documentModel, cues.sentences)[labelCategories.indexOf(category)] ?? 0;
  return labelFeatures(category, cues, ofDocument);
}

/** Scores of each row by a model that was fitted without its fold. */
function crossFitted(
  rows: readonly (readonly number[])[],
  actual: readonly boolean[],
  folds: readonly number[],
  ridge: number,
): number[] {
  const models = new Map<number, LogisticModel>();
  for (const fold of new Set(folds)) {
    const kept = rows.map((_, index) => index).filter((index) => folds[index] !== fold);
    models.set(
      fold,
      fitLogistic(
        kept.map((index) => rows[index] ?? []),
        kept.map((index) => actual[index] ?? false),
        ridge,
      ),
    );
  }
  return rows.map((row, index) => {
    const model = models.get(folds[index] ?? -1);
    return model === undefined ? 0 : logit(model, row);
  });
}

/**
 * The threshold with the best blended F1, averaged over neighbouring thresholds: a single best point is luck where a class has
 * few documents.
 */
export function bestThreshold(
  scores: readonly number[],
  actual: readonly boolean[],
  real: readonly boolean[],
  realWeight: number,
): number {
  const order = scores.map((_, index) => index).sort((a, b) => at(scores, b) - at(scores, a) || a - b);
  const totals = { all: 0, real: 0 };
  actual.forEach((positive, index) => {
    totals.all += Number(positive);
    totals.real += Number(positive && real[index]);
  });
  const seen = { hits: 0, realHits: 0, real: 0 };
  const values = order.map((index, rank) => {
    seen.hits += Number(actual[index]);
    seen.real += Number(real[index]);
    seen.realHits += Number(actual[index] && real[index]);
    const onAll = (2 * seen.hits) / (rank + 1 + totals.all);
    const onReal = (2 * seen.realHits) / Math.max(1, seen.real + totals.real);
    return (1 - realWeight) * onAll + realWeight * onReal;
  });
  const smooth = values.map((_, rank) => {
    const near = values.slice(Math.max(0, rank - neighbours), rank + neighbours + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
  const rank = smooth.reduce((best, value, index) => (value > at(smooth, best) ? index : best), 0);
  return (at(scores, order[rank] ?? 0) + at(scores, order[rank + 1] ?? order[rank] ?? 0)) / 2;
}

const neighbours = 3;

function blendedF1(
  chosen: readonly boolean[],
  actual: readonly boolean[],
  real: readonly boolean[],
  realWeight: number,
): number {
  const onAll = f1(chosen, actual);
  const onReal = f1(
    chosen.filter((_, index) => real[index]),
    actual.filter((_, index) => real[index]),
  );
  return (1 - realWeight) * onAll + realWeight * onReal;
}

function f1(chosen: readonly boolean[], actual: readonly boolean[]): number {
  const hits = chosen.filter((one, index) => one && actual[index]).length;
  const named = chosen.filter(Boolean).length + actual.filter(Boolean).length;
  return named === 0 ? 0 : (2 * hits) / named;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

/** Five decimals are more than the data can tell apart, and keep the committed file small. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
