import { normalCdf } from '../distributions.ts';

/** A fall of the excess gap that would matter; power is the chance to see it. */
export const relevantFall = 0.4;
/** Under this power a row reads "not enough data" and is no failure. */
export const leastPower = 0.5;
const oneSidedQuantile = 1.959964;

/**
 * Chance that the permutation test (one-sided, 2.5 %) finds a fall of the excess gap by `fall`, by the normal approximation
 * `Phi((1 - (1 - fall)^2) E^2 / s - 1.96)`.
 * @param squaredExcessGap E^2 on the original texts; at or below zero there is nothing to find and the power is .025
 * @param nullDeviation s, standard deviation of the change of E^2 under permuted labels. Not that of a rewrite which barely
 * moved the list: a large fall moves it far, so it is at least the deviation of E^2 itself (lists correlated by one half)
 */
export function powerToDetectFall(
  squaredExcessGap: number,
  nullDeviation: number,
  fall = relevantFall,
): number {
  const effect = (1 - (1 - fall) ** 2) * Math.max(0, squaredExcessGap);
  if (nullDeviation <= 0) return effect > 0 ? 1 : 0.025;
  return normalCdf(effect / nullDeviation - oneSidedQuantile);
}
