import { ordinalWasserstein } from '../../shared/fairness/ordinal-wasserstein.ts';
import { totalVariation } from '../../shared/fairness/total-variation.ts';
import type { AttributeShares } from './published-q.ts';

export interface OrderableShares extends AttributeShares {
  /** Whether the groups stand in an order, such as age bands; then moving a share further costs more. */
  readonly ordered: boolean;
}

/**
 * q with the distance that was meant: `-100 x` the Wasserstein distance between the two distributions over the groups, summed
 * over attributes, in [-100 x attributes, 0]. Groups without an order cost 0 or 1, which is total variation; ordered groups
 * cost the steps between them, scaled so that the ends are 1 apart.
 */
export function correctedQ(attributes: readonly OrderableShares[]): number {
  return attributes.reduce((sum, { target, realised, ordered }) => {
    const distance = ordered
      ? ordinalWasserstein(realised, target) / Math.max(1, target.length - 1)
      : totalVariation(realised, target);
    return sum - 100 * distance;
  }, 0);
}

/** Whether every group is named by the number it begins with, such as `18-24` and `65+`, in ascending order. */
export function areBands(groups: readonly string[]): boolean {
  const starts = groups.map((group) => Number.parseInt(group, 10));
  return groups.length > 1 && starts.every((start, i) => start > (starts[i - 1] ?? Number.NEGATIVE_INFINITY));
}
