/**
 * Total variation distance .5 sum |p_g - d_g| of two distributions over the same groups, in [0, 1]:
 * the share of the list that would have to change. For groups without an order.
 * Misuse: small samples have a floor above zero; print the null mean beside it.
 * @throws RangeError when the lengths differ.
 */
export function totalVariation(p: readonly number[], d: readonly number[]): number {
  if (p.length !== d.length) throw new RangeError(`distributions of ${p.length} and ${d.length} groups`);
  return p.reduce((sum, share, g) => sum + Math.abs(share - (d[g] as number)), 0) / 2;
}
