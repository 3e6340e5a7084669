/**
 * Variance of each group's signed gap when the labels are permuted among the list's people:
 * `v_g = S_g^2 (sum_j w_j^2 - 1/n)`, `S_g^2 = d_g (1 - d_g) n / (n - 1)`.
 * Exact: sampling without replacement of fixed weights (Cochran, Sampling Techniques, 1977, section 2.9).
 * @param weights of the list, summing to 1
 * @param counts people of each group on the list
 */
export function nullVariances(weights: Float64Array, counts: Float64Array): Float64Array {
  const n = weights.length;
  const variances = new Float64Array(counts.length);
  if (n < 2) return variances;
  let squares = 0;
  for (let j = 0; j < n; j += 1) squares += (weights[j] as number) ** 2;
  const spread = Math.max(0, squares - 1 / n);
  for (let g = 0; g < counts.length; g += 1) {
    const share = (counts[g] as number) / n;
    variances[g] = ((share * (1 - share) * n) / (n - 1)) * spread;
  }
  return variances;
}
