/**
 * Skew@k of each group: ln(share of the top k / desired share), natural logarithm, 0 = as desired.
 * Shares of the top are smoothed as (count + 1/G) / (k + 1) for G groups, so that an absent group is finite.
 * Source: Geyik, Ambler and Kenthapadi, KDD 2019, arXiv 1905.01989 (the smoothing is ours and documented).
 * Misuse: one k chosen after seeing the list; MinSkew and MaxSkew are noisy extremes at small k.
 * @param ranking group index of each position, best first. @param desired share of each group, sums to 1.
 */
export function skewAt(k: number, ranking: ArrayLike<number>, desired: readonly number[]): number[] {
  const depth = Math.min(k, ranking.length);
  const counts = new Array<number>(desired.length).fill(0);
  for (let i = 0; i < depth; i += 1) {
    const group = ranking[i] as number;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return desired.map((share, group) =>
    Math.log(((counts[group] as number) + 1 / desired.length) / (depth + 1) / share),
  );
}

/** Least and greatest skew over the groups. */
export function skewRange(skews: readonly number[]): { minSkew: number; maxSkew: number } {
  return { minSkew: Math.min(...skews), maxSkew: Math.max(...skews) };
}
