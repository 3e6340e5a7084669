import { nullVariances } from '../shared/fairness/match-list/null-variance.ts';
import { relevance } from '../shared/fairness/match-list/relevance.ts';
import { signedGaps } from '../shared/fairness/match-list/signed-gap.ts';
import type { PostingMeasure, Reading } from './posting-measure.ts';

export interface RewardWeights {
  readonly relevance: number;
  readonly edit: number;
}

/** The design's weights; result tables also show both halved and doubled. */
export const rewardWeights: RewardWeights = { relevance: 0.5, edit: 0.003 };

/** How several attributes become one gap: the worst of them, or a weighted mean by attribute name. */
export type Combination = 'worst' | Readonly<Record<string, number>>;

export interface AttributeGap {
  readonly attribute: string;
  /** Signed gap of each group. */
  readonly signed: Float64Array;
  /** `mean_g max(0, |delta_g| - sqrt(v_g))`: the part of the gap that chance would not make. */
  readonly beyondChance: number;
  /** `1/2 sum_g (delta_g^2 - v_g)`: its mean over postings is the squared excess gap. */
  readonly squaredExcess: number;
}

export interface RewardParts {
  readonly reward: number;
  /** Combined gap beyond chance, with what a loss on any attribute adds. */
  readonly gap: number;
  readonly attributes: readonly AttributeGap[];
  readonly relevance: number;
  readonly edits: number;
}

/** Gaps and relevance of one reading, without a comparison. */
export function readGaps(
  measure: PostingMeasure,
  reading: Reading,
): { gaps: AttributeGap[]; relevance: number } {
  const gaps = measure.attributes.map(({ attribute, labels, counts }, i): AttributeGap => {
    const list = reading.lists[i];
    if (list === undefined) throw new RangeError(`the reading has no list for ${attribute}`);
    const signed = signedGaps(list, labels);
    const variances = nullVariances(list.weights, counts);
    let beyond = 0;
    let excess = 0;
    let groups = 0;
    for (let g = 0; g < signed.length; g += 1) {
      if (counts[g] === 0) continue;
      groups += 1;
      excess += ((signed[g] as number) ** 2 - (variances[g] as number)) / 2;
      beyond += Math.max(0, Math.abs(signed[g] as number) - Math.sqrt(variances[g] as number));
    }
    return { attribute, signed, beyondChance: groups === 0 ? 0 : beyond / groups, squaredExcess: excess };
  });
  return { gaps, relevance: relevance(reading.top, measure.skillShares) };
}

/**
 * Reward of a rewrite: `-mean_g max(0, |delta_g| - sqrt(v_g)) - .5 max(0, relevance_original - relevance) - .003 edits`.
 * With several attributes a gain on one is not bought with a loss on another, see {@link combineGaps}.
 */
export function rewardOf(
  original: { gaps: readonly AttributeGap[]; relevance: number },
  rewritten: { gaps: AttributeGap[]; relevance: number },
  edits: number,
  combination: Combination = 'worst',
  weights: RewardWeights = rewardWeights,
): RewardParts {
  const names = rewritten.gaps.map(({ attribute }) => attribute);
  const gap = combineGaps(
    original.gaps.map(({ beyondChance }) => beyondChance),
    rewritten.gaps.map(({ beyondChance }) => beyondChance),
    names,
    combination,
  );
  const relevanceLoss = Math.max(0, original.relevance - rewritten.relevance);
  return {
    reward: -gap - weights.relevance * relevanceLoss - weights.edit * edits,
    gap,
    attributes: rewritten.gaps,
    relevance: rewritten.relevance,
    edits,
  };
}

/**
 * One gap of several attributes, so that a gain on one buys no loss on another: where any gap grew, the combined gap counts
 * as no smaller than the original's, and the growth is added to it.
 * @param before gap of each attribute in the original, aligned with `after` and `names`
 */
export function combineGaps(
  before: readonly number[],
  after: readonly number[],
  names: readonly string[],
  combination: Combination = 'worst',
): number {
  const growth = after.reduce((sum, gap, i) => sum + Math.max(0, gap - (before[i] ?? 0)), 0);
  const combined = combine(after, names, combination);
  return growth > 0 ? Math.max(combined, combine(before, names, combination)) + growth : combined;
}

function combine(gaps: readonly number[], names: readonly string[], combination: Combination): number {
  if (combination === 'worst') return gaps.length === 0 ? 0 : Math.max(...gaps);
  const weights = names.map((name) => combination[name] ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return 0;
  return gaps.reduce((sum, gap, i) => sum + (weights[i] ?? 0) * gap, 0) / total;
}
