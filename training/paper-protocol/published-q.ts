/** One attribute of one list: shares of its groups as aimed at and as found, aligned. */
export interface AttributeShares {
  readonly target: readonly number[];
  readonly realised: readonly number[];
}

/**
 * `scipy.stats.wasserstein_distance(u, v)` for two equally long sets of SAMPLES: the mean distance between the sorted values.
 * @throws RangeError when the lengths differ or are 0
 */
export function sampleWasserstein(u: readonly number[], v: readonly number[]): number {
  if (u.length !== v.length || u.length === 0) throw new RangeError(`${u.length} and ${v.length} samples`);
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  const other = sorted(v);
  return sorted(u).reduce((sum, value, i) => sum + Math.abs(value - (other[i] as number)), 0) / u.length;
}

/**
 * q exactly as the paper's published code computes it: `-100 x` the Wasserstein distance, summed over attributes, in
 * [-100 x attributes, 0], higher is better. It hands probability vectors to a function of samples, so which group has which
 * share does not matter: a list that turns 84 : 16 into 16 : 84 gets the perfect 0. Kept only to be compared with.
 * Source: Korkmaz et al., arXiv 2501.07324, and its code (diversity_evaluator.py).
 */
export function publishedQ(attributes: readonly AttributeShares[]): number {
  return attributes.reduce((sum, { target, realised }) => sum - 100 * sampleWasserstein(target, realised), 0);
}
