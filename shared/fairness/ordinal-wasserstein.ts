/**
 * Wasserstein-1 distance of two distributions over ORDERED groups (age bands): the sum over cut-points of
 * |CDF_p - CDF_d| times the distance between neighbouring bands. Unit: that of `positions`.
 * Misuse: for groups without an order (use total variation), or handing probability vectors to a function that takes
 * samples, as some published code does: the result then does not depend on which group has which share.
 * @param positions place of each band, ascending; default 0, 1, 2, ...
 * @throws RangeError when the lengths differ.
 */
export function ordinalWasserstein(
  p: readonly number[],
  d: readonly number[],
  positions: readonly number[] = p.map((_, i) => i),
): number {
  if (p.length !== d.length || p.length !== positions.length) {
    throw new RangeError(`${p.length} and ${d.length} shares at ${positions.length} positions`);
  }
  let cumulative = 0;
  let distance = 0;
  for (let i = 0; i + 1 < p.length; i += 1) {
    cumulative += (p[i] as number) - (d[i] as number);
    distance += Math.abs(cumulative) * ((positions[i + 1] as number) - (positions[i] as number));
  }
  return distance;
}
