import { type Combination, combineGaps, type RewardParts, rewardWeights } from '../reward.ts';
import { usualChance } from './running-state.ts';

/** Excess gap of each attribute over the original texts of all training postings. */
export type ExcessGaps = ReadonlyMap<string, number>;

export function originalExcessGaps(originals: readonly RewardParts[]): ExcessGaps {
  const sums = new Map<string, { sum: number; postings: number }>();
  for (const { attribute, squaredExcess } of originals.flatMap(({ attributes }) => attributes)) {
    const { sum = 0, postings = 0 } = sums.get(attribute) ?? {};
    sums.set(attribute, { sum: sum + squaredExcess, postings: postings + 1 });
  }
  return new Map(
    [...sums].map(([name, { sum, postings }]) => [name, Math.sqrt(Math.max(0, sum / postings))]),
  );
}

/**
 * What a rewrite is worth to a policy that serves many postings: the reward with the dead zone left out, so that what is
 * learned is what the tables measure. The excess gap E is the root of a mean over postings, so a posting's squared excess
 * counts for `1 / (2 E)` of it. The dead zone keeps a search from fitting the noise of one posting; over postings that noise
 * cancels, and with the dead zone the gap would only be closed halfway.
 */
export function resultWorth(
  parts: RewardParts,
  original: RewardParts,
  gaps: ExcessGaps,
  combination: Combination = 'worst',
): number {
  // An episode of known rewards has no list.
  if (parts.attributes.length === 0) return parts.reward;
  const names = parts.attributes.map(({ attribute }) => attribute);
  const scaled = ({ attributes }: RewardParts) =>
    attributes.map(
      ({ attribute, squaredExcess }) => squaredExcess / (2 * Math.max(usualChance, gaps.get(attribute) ?? 0)),
    );
  const gap = combineGaps(scaled(original), scaled(parts), names, combination);
  const relevanceLoss = Math.max(0, original.relevance - parts.relevance);
  return -gap - rewardWeights.relevance * relevanceLoss - rewardWeights.edit * parts.edits;
}
