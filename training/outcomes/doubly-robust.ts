import type { Random } from '../../shared/random.ts';
import { ridge, type SparseRow } from '../span-policy/ridge.ts';
import type { ObservedPosting } from './proposal.ts';

/** Predicts the outcome of a posting if a proposal is shown. May be wrong as long as the propensities are right. */
export type PredictOutcome = (features: readonly string[], proposal: string) => number;

/** A proposal shown less often than this makes weights of which one posting decides. */
export const leastPropensity = 0.05;
const foldCount = 5;
const penalty = 2;

/**
 * Doubly robust score of one posting for one proposal: the prediction, corrected by what was seen where it was shown,
 * `q(x, a) + 1[shown = a] / p(a) (y - q(x, a))`. Its mean is the mean outcome of showing `a` to everyone if the
 * propensities are right or the predictions are.
 * Source: Robins, Rotnitzky and Zhao 1994; for policies Dudik, Langford and Li, arXiv 1103.4601.
 */
export function doublyRobustScore(
  posting: Pick<ObservedPosting, 'features' | 'propensities' | 'shown' | 'outcome'>,
  proposal: string,
  predict: PredictOutcome,
): number {
  const predicted = predict(posting.features, proposal);
  const propensity = posting.propensities[proposal];
  if (posting.shown !== proposal || propensity === undefined) return predicted;
  return predicted + (posting.outcome - predicted) / propensity;
}

export interface Contrast {
  /** Mean outcome if everyone were shown `proposal` less that if everyone were shown `reference`. */
  readonly difference: number;
  /** Clustered. */
  readonly standardError: number;
  /** Postings for which both could have been shown. */
  readonly postings: number;
  /** Standard deviation of the outcome that the predictions leave, for the power. */
  readonly residualDeviation: number;
  /** Mean of `1/p + 1/q` over the postings, for the power. */
  readonly inversePropensities: number;
}

/**
 * Intention to treat: what showing one proposal instead of another does to the outcome, whatever people then did with it.
 * Predictions are cross-fitted, so that no posting corrects a model that has seen it; folds are drawn by cluster.
 * @returns undefined where no two clusters could have been shown either
 */
export function contrast(
  postings: readonly ObservedPosting[],
  proposal: string,
  reference: string,
  random: Random,
): Contrast | undefined {
  const comparable = postings.filter(({ propensities }) =>
    [proposal, reference].every((name) => (propensities[name] ?? 0) >= leastPropensity),
  );
  const clusters = [...new Set(comparable.map(({ cluster }) => cluster))];
  if (clusters.length < 2) return undefined;
  const foldOf = new Map(random.shuffle(clusters.sort()).map((cluster, i) => [cluster, i % foldCount]));
  const models = Array.from({ length: foldCount }, (_, fold) =>
    fitOutcomes(comparable.filter(({ cluster }) => foldOf.get(cluster) !== fold)),
  );
  const scored = comparable.map((posting) => {
    const predict = models[foldOf.get(posting.cluster) ?? 0] ?? (() => 0);
    const scoreOf = (name: string) => doublyRobustScore(posting, name, predict);
    return {
      cluster: posting.cluster,
      score: scoreOf(proposal) - scoreOf(reference),
      residual: posting.outcome - predict(posting.features, posting.shown),
    };
  });
  const n = scored.length;
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
  const difference = meanOf(scored.map(({ score }) => score));
  const sums = new Map<string, number>();
  for (const { cluster, score } of scored) sums.set(cluster, (sums.get(cluster) ?? 0) + score - difference);
  const squares = [...sums.values()].reduce((sum, value) => sum + value * value, 0);
  return {
    difference,
    standardError: Math.sqrt((squares * sums.size) / (sums.size - 1)) / n,
    postings: n,
    residualDeviation: Math.sqrt(meanOf(scored.map(({ residual }) => residual ** 2))),
    inversePropensities: meanOf(
      comparable.map(
        ({ propensities }) => 1 / (propensities[proposal] ?? 1) + 1 / (propensities[reference] ?? 1),
      ),
    ),
  };
}

/** Ridge regression on what was known, what was shown, and both together; around the mean outcome. */
function fitOutcomes(postings: readonly ObservedPosting[]): PredictOutcome {
  const mean = postings.reduce((sum, { outcome }) => sum + outcome, 0) / Math.max(1, postings.length);
  const ids = new Map<string, number>();
  const rows = postings.map(({ features, shown, outcome }): SparseRow => {
    const named = terms(features, shown).map((name) => {
      const id = ids.get(name) ?? ids.size;
      ids.set(name, id);
      return id;
    });
    return { features: named, value: outcome - mean };
  });
  const weights = ridge(rows, ids.size, penalty);
  return (features, proposal) =>
    terms(features, proposal).reduce((sum, name) => {
      const id = ids.get(name);
      return id === undefined ? sum : sum + (weights[id] ?? 0);
    }, mean);
}

function terms(features: readonly string[], proposal: string): string[] {
  return [`shown ${proposal}`, ...features, ...features.map((name) => `${name} × shown ${proposal}`)];
}
