/** What a group gets to be seen, and what that is per unit of relevance. */
export interface GroupExposure {
  readonly n: number;
  /** Mean of 1 / log2(1 + rank) over the group, in (0, 1]; `null` for an empty group. */
  readonly exposure: number | null;
  /** Exposure divided by the group's mean relevance; `null` when that mean is not positive or none was given. */
  readonly perRelevance: number | null;
}

/**
 * Exposure Exp(g) = (1/n_g) sum v_rank, v_j = 1 / log2(1 + j). Equal over groups = demographic parity of exposure;
 * equal per mean relevance = no disparate treatment in the sense of the source.
 * Source: Singh and Joachims, KDD 2018, arXiv 1802.07281 (the discount is their DCG-style choice).
 * Misuse: relevance must not be the ranking score itself, or every ranking looks justified.
 * @param ranking group index of each position, best first. @param relevance of each position, same order.
 */
export function groupExposure(
  ranking: ArrayLike<number>,
  groupCount: number,
  relevance?: ArrayLike<number>,
): GroupExposure[] {
  const n = new Float64Array(groupCount);
  const seen = new Float64Array(groupCount);
  const relevant = new Float64Array(groupCount);
  for (let i = 0; i < ranking.length; i += 1) {
    const group = ranking[i] as number;
    n[group] = (n[group] ?? 0) + 1;
    seen[group] = (seen[group] ?? 0) + 1 / Math.log2(i + 2);
    relevant[group] = (relevant[group] ?? 0) + (relevance?.[i] ?? 0);
  }
  return Array.from(n, (people, g) => ({
    n: people,
    exposure: people > 0 ? (seen[g] as number) / people : null,
    perRelevance: (relevant[g] as number) > 0 ? (seen[g] as number) / (relevant[g] as number) : null,
  }));
}
