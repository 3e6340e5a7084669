import { criticalValue, normalQuantile } from '../../shared/fairness/distributions.ts';

export interface PowerQuestion {
  /** Difference of the mean outcome between two proposals that would matter, as shown and not as accepted. */
  readonly effect: number;
  /** Standard deviation of a posting's outcome beside what was known of it before. */
  readonly deviation: number;
  /** `1/p + 1/q` of the chances with which the two are shown: 4 when two are drawn evenly (the least), 6 with three. */
  readonly inversePropensities?: number;
  /** Probability of finding the effect. */
  readonly power?: number;
  /** Two-sided level. */
  readonly level?: number;
}

/**
 * Postings needed until showing one proposal in place of another can be told from chance:
 * `(z_(1 - level/2) + z_power)^2 deviation^2 (1/p + 1/q) / effect^2`, rounded up. A proposal that half of the people
 * accept has half the effect when shown, so it needs four times the postings.
 * Source: the variance of an inverse-probability contrast with known propensities; two-sample normal power.
 * @throws RangeError on an effect or deviation that is not positive, or chances that are none
 */
export function postingsNeeded({
  effect,
  deviation,
  inversePropensities = 4,
  power = 0.8,
  level = 0.05,
}: PowerQuestion): number {
  if (!(effect > 0))
    throw new RangeError(`effect ${effect} must be above 0; give the size that would matter`);
  if (!(deviation > 0)) throw new RangeError(`deviation ${deviation} must be above 0`);
  if (!(inversePropensities >= 4 && Number.isFinite(inversePropensities)))
    throw new RangeError(
      `inversePropensities ${inversePropensities} must be at least 4: a proposal that is always shown has nothing to be compared with`,
    );
  const quantiles = criticalValue(1 - level) + normalQuantile(power);
  return Math.ceil((quantiles ** 2 * deviation ** 2 * inversePropensities) / effect ** 2);
}
