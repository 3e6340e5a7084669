import {
  type DocumentCues,
  documentScores,
  labelFeatures,
} from '../../shared/detection/classifier/classify.ts';
import type { LabelModel, LinearModels, Origin } from '../../shared/detection/classifier/model.ts';
import type { RuleRates } from '../../shared/detection/classifier/rule-rates.ts';
import { type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import { fitLogistic, type LogisticModel, logit } from './logistic-regression.ts';
import type { TrainingDocument } from './training-set.ts';

const ridge = 0.01;
/**
 * At least this share of the labelled advertisements must be found where employers wrote them, whatever F1 would rather have: a
 * detector that finds hardly any is of no use. A little above the bar, for the share falls on documents that no threshold has seen.
 */
const leastRecallOfWritten = 0.4;

/** A document with what models say of it that have not seen it. */
export interface CuedDocument {
  readonly document: TrainingDocument;
  readonly cues: DocumentCues;
  readonly documentModel: LinearModels;
  readonly rates: Readonly<Record<LabelCategory, RuleRates>>;
  readonly origin: Origin;
}

/**
 * Fits the label model of a category by cross-fitting over the folds of the documents, and a threshold for each origin: a wording
 * put into a generated text on purpose is nearly always labelled, the same wording in an advertisement now and then.
 * @param rates of all the documents, which the model that ships looks up.
 */
export function fitLabelModel(
  category: LabelCategory,
  cued: readonly CuedDocument[],
  rates: RuleRates,
): LabelModel {
  const actual = cued.map(({ document }) => document.labels.has(category));
  const rows = cued.map((one) => labelRow(category, one));
  const scores = crossFitted(
    rows,
    actual,
    cued.map(({ document }) => document.fold),
  );
  const thresholdOf = (wanted: Origin, leastRecall: number): number => {
    const chosen = scores.map((_, index) => index).filter((index) => cued[index]?.origin === wanted);
    return bestThreshold(
      chosen.map((index) => at(scores, index)),
      chosen.map((index) => actual[index] ?? false),
      leastRecall,
    );
  };
  const { weights, bias } = fitLogistic(rows, actual, ridge);
  return {
    weights: weights.map(rounded),
    bias: {
      written: rounded(bias - thresholdOf('written', leastRecallOfWritten)),
      generated: rounded(bias - thresholdOf('generated', 0)),
    },
    rates,
  };
}

function labelRow(category: LabelCategory, { cues, documentModel, rates }: CuedDocument): number[] {
  const ofDocument = documentScores(documentModel, cues.sentences)[labelCategories.indexOf(category)] ?? 0;
  return labelFeatures(category, cues, ofDocument, rates[category]);
}

/** Scores of each row by a model that was fitted without its fold. */
function crossFitted(
  rows: readonly (readonly number[])[],
  actual: readonly boolean[],
  folds: readonly number[],
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
 * The threshold with the best F1, averaged over neighbouring thresholds: a single best point is luck where a class has few documents.
 * It is lowered until `leastRecall` of the positives lie above it.
 * @returns a threshold that no score reaches where there are no positives.
 */
export function bestThreshold(
  scores: readonly number[],
  actual: readonly boolean[],
  leastRecall: number,
): number {
  const positives = actual.filter(Boolean).length;
  if (positives === 0) return outOfReach;
  const order = scores.map((_, index) => index).sort((a, b) => at(scores, b) - at(scores, a) || a - b);
  let hits = 0;
  let enough = -1;
  const values = order.map((index, rank) => {
    hits += Number(actual[index]);
    if (enough < 0 && hits >= leastRecall * positives) enough = rank;
    return (2 * hits) / (rank + 1 + positives);
  });
  const smooth = values.map((_, rank) => {
    const near = values.slice(Math.max(0, rank - neighbours), rank + neighbours + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
  const best = smooth.reduce((kept, value, index) => (value > at(smooth, kept) ? index : kept), 0);
  const rank = Math.max(best, enough);
  return (at(scores, order[rank] ?? 0) + at(scores, order[rank + 1] ?? order[rank] ?? 0)) / 2;
}

const neighbours = 3;
/** Log odds that no document has, and that a JSON file can hold. */
export const outOfReach = 1e6;

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

/** Five decimals are more than the data can tell apart, and keep the committed file small. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
