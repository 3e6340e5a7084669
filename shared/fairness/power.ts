import { criticalValue, normalCdf, normalQuantile } from './distributions.ts';

/**
 * Probability, in [0, 1], that a two-sided two-proportion z test at `alpha` would find an impact ratio of `ratio`
 * with these numbers. Normal approximation, pooled variance under no difference, separate variances under `ratio`.
 * Source: Fleiss, Levin and Paik 2003, chapter 4.
 * Misuse: computed at the ratio that was observed it only restates p; ask it about a ratio that would matter, such as .80.
 */
export function powerToFind(
  ratio: number,
  referenceRate: number,
  groupSize: number,
  referenceSize: number,
  alpha = 0.05,
): number {
  if (groupSize === 0 || referenceSize === 0 || referenceRate <= 0) return 0;
  const rate = Math.min(1, ratio * referenceRate);
  const pooled = (groupSize * rate + referenceSize * referenceRate) / (groupSize + referenceSize);
  const nullError = Math.sqrt(pooled * (1 - pooled) * (1 / groupSize + 1 / referenceSize));
  const error = Math.sqrt(
    (rate * (1 - rate)) / groupSize + (referenceRate * (1 - referenceRate)) / referenceSize,
  );
  if (error === 0) return rate === referenceRate ? alpha : 1;
  const margin = criticalValue(1 - alpha) * nullError;
  const difference = Math.abs(rate - referenceRate);
  return normalCdf((difference - margin) / error) + normalCdf((-difference - margin) / error);
}

/**
 * People needed in each of two groups of equal size to find `ratio` with probability `power`, rounded up.
 * `null` when nobody of the reference is selected or there is no difference to find.
 */
export function peopleToFind(ratio: number, referenceRate: number, power = 0.8, alpha = 0.05): number | null {
  const rate = ratio * referenceRate;
  if (referenceRate <= 0 || rate === referenceRate || rate > 1) return null;
  const middle = (rate + referenceRate) / 2;
  const root =
    criticalValue(1 - alpha) * Math.sqrt(2 * middle * (1 - middle)) +
    normalQuantile(power) * Math.sqrt(rate * (1 - rate) + referenceRate * (1 - referenceRate));
  return Math.ceil((root / (rate - referenceRate)) ** 2);
}
