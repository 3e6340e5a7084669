import type { Random } from '../../random.ts';
import { nullMatchRate } from './diversity-match-rate.ts';
import { rankWeights } from './list-weights.ts';

export const depths = [50, 100, 200, 400] as const;
/** A list deeper than this share of the pool can hardly differ from it. */
export const deepestShare = 0.4;
export const leastNullMatchRate = 0.8;

export interface Depth {
  readonly depth: number;
  /** M0 at this depth. */
  readonly nullMatchRate: number;
}

/**
 * Depth K: the smallest of 50, 100, 200, 400 with `K <= .4 n` at which a list without bias matches at least four times in
 * five. Depends on the pool alone, never on a ranking, so no wording can choose it.
 * @param counts people of each group in the qualified pool of the fold; n is their sum
 * @returns undefined when no depth fits: "not enough data"
 */
export function chooseDepth(counts: Float64Array, random: Random): Depth | undefined {
  const n = counts.reduce((sum, count) => sum + count, 0);
  for (const depth of depths) {
    if (depth > deepestShare * n) return undefined;
    const rate = nullMatchRate(rankWeights(n, depth), counts, random.fork(`depth ${depth}`));
    if (rate >= leastNullMatchRate) return { depth, nullMatchRate: rate };
  }
  return undefined;
}
