import { bandOrder } from './band-order.ts';
import { jensenShannon } from './jensen-shannon.ts';
import { ordinalWasserstein } from './ordinal-wasserstein.ts';
import { totalVariation } from './total-variation.ts';

/** How far the shares of a list are from those of the people it was drawn from. */
export interface ShareDistance {
  /** Share of the list that would have to change, in [0, 1]. */
  readonly totalVariation: number;
  /** Divergence in bits, in [0, 1]. */
  readonly jensenShannon: number;
  /** Bands that a place of the list moves on average; `null` where the groups are not bands of a number. */
  readonly wasserstein: number | null;
}

/**
 * All distances of shares `p` from `d`, aligned with `groups`; both sum to 1.
 * Misuse: a short list is far from any shares by chance alone; read these beside a null or an interval.
 */
export function shareDistance(
  groups: readonly string[],
  p: readonly number[],
  d: readonly number[],
): ShareDistance {
  const order = bandOrder(groups);
  const inOrder = (shares: readonly number[]) => (order ?? []).map((group) => shares[group] as number);
  return {
    totalVariation: totalVariation(p, d),
    jensenShannon: jensenShannon(p, d),
    wasserstein: order === null ? null : ordinalWasserstein(inOrder(p), inOrder(d)),
  };
}
