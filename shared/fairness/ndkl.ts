import type { Random } from '../random.ts';

/**
 * Normalised discounted Kullback-Leibler divergence of a ranking from desired shares, natural logarithm, >= 0:
 * (1/Z) sum_{i=1..n} KL(D_top-i || d) / log2(i + 1), Z = sum 1 / log2(i + 1).
 * Source: Geyik, Ambler and Kenthapadi, KDD 2019, arXiv 1905.01989.
 * Misuse: as an absolute size. Short prefixes are far from any shares by construction: read it beside its null.
 * @param ranking group index of each position, best first. @param desired share of each group, sums to 1.
 */
export function ndkl(ranking: ArrayLike<number>, desired: readonly number[]): number {
  const counts = new Float64Array(desired.length);
  let sum = 0;
  let normaliser = 0;
  for (let i = 0; i < ranking.length; i += 1) {
    const group = ranking[i] as number;
    counts[group] = (counts[group] ?? 0) + 1;
    let divergence = 0;
    for (let g = 0; g < desired.length; g += 1) {
      const share = (counts[g] as number) / (i + 1);
      if (share > 0) divergence += share * Math.log(share / (desired[g] as number));
    }
    const discount = 1 / Math.log2(i + 2);
    sum += divergence * discount;
    normaliser += discount;
  }
  return normaliser === 0 ? 0 : sum / normaliser;
}

export interface PermutationNull {
  readonly observed: number;
  readonly mean: number;
  /** Share of permutations at least as large as the one observed, (1 + count) / (1 + draws). */
  readonly p: number;
}

/**
 * NDKL of the first `depth` places beside its distribution when the order has nothing to do with the groups: everybody's
 * labels are shuffled.
 */
export function ndklNull(
  ranking: readonly number[],
  desired: readonly number[],
  random: Random,
  draws = 999,
  depth = ranking.length,
): PermutationNull {
  const observed = ndkl(ranking.slice(0, depth), desired);
  const shuffled = Int32Array.from(ranking);
  let sum = 0;
  let asLarge = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const value = ndkl(shuffleTop(shuffled, depth, random), desired);
    sum += value;
    if (value >= observed - 1e-12) asLarge += 1;
  }
  return { observed, mean: sum / draws, p: (1 + asLarge) / (1 + draws) };
}

/** The first places of a uniform shuffle (Fisher-Yates, stopped early), in place. */
function shuffleTop(labels: Int32Array, depth: number, random: Random): Int32Array {
  const places = Math.min(depth, labels.length);
  for (let i = 0; i < places; i += 1) {
    const j = i + random.integer(labels.length - i);
    const held = labels[i] as number;
    labels[i] = labels[j] as number;
    labels[j] = held;
  }
  return labels.subarray(0, places);
}
