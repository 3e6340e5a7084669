import type { Labels, MatchList } from './match-list.ts';
import { nullVariances } from './null-variance.ts';
import { groupCounts, signedGaps } from './signed-gap.ts';

/**
 * `mean_i 1/2 sum_g (delta_ig^2 - v_ig)`: what is left of the squared gap after chance has had its part. Its mean is zero
 * when the labels say nothing about the order, so it may be negative.
 */
export function squaredExcessGap(lists: readonly MatchList[], labels: Labels): number {
  let total = 0;
  for (const list of lists) {
    const gaps = signedGaps(list, labels);
    const variances = nullVariances(list.weights, groupCounts(list.members, labels));
    for (let g = 0; g < gaps.length; g += 1) total += (gaps[g] as number) ** 2 - (variances[g] as number);
  }
  return lists.length === 0 ? 0 : total / (2 * lists.length);
}

/** Excess gap `E = sqrt(max(0, squaredExcessGap))`, in [0, 1]: the result of every table. */
export function excessGap(lists: readonly MatchList[], labels: Labels): number {
  return Math.sqrt(Math.max(0, squaredExcessGap(lists, labels)));
}
