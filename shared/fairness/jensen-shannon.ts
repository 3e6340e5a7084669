/**
 * Jensen-Shannon divergence in bits, in [0, 1]: the mean Kullback-Leibler divergence of two distributions from their
 * midpoint. Finite at zero shares, unlike Kullback-Leibler. Its square root is the Jensen-Shannon distance.
 * Source: Lin 1991. Misuse: not comparable over attributes with different numbers of groups.
 * @throws RangeError when the lengths differ.
 */
export function jensenShannon(p: readonly number[], d: readonly number[]): number {
  if (p.length !== d.length) throw new RangeError(`distributions of ${p.length} and ${d.length} groups`);
  const part = (share: number, middle: number) => (share > 0 ? share * Math.log2(share / middle) : 0);
  const sum = p.reduce((total, share, g) => {
    const other = d[g] as number;
    const middle = (share + other) / 2;
    return total + part(share, middle) + part(other, middle);
  }, 0);
  return Math.max(0, sum / 2);
}
