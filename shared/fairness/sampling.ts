import type { Random } from '../random.ts';
import { logGamma } from './distributions.ts';

/**
 * One draw from Binomial(n, p), exact in distribution.
 * Small mean: inversion. Otherwise Hoermann's transformed rejection BTRS (1993), a constant time whatever n.
 */
export function binomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  return n * p < 10 ? byInversion(random, n, p) : byRejection(random, n, p);
}

function byInversion(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  let probability = (1 - p) ** n;
  let rest = random.next();
  let x = 0;
  while (rest > probability && x < n) {
    rest -= probability;
    x += 1;
    probability *= (odds * (n - x + 1)) / x;
  }
  return x;
}

function byRejection(random: Random, n: number, p: number): number {
  const q = 1 - p;
  const deviation = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const logOdds = Math.log(p / q);
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = random.next() - 0.5;
    const v = random.next();
    const us = 0.5 - Math.abs(u);
    const x = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= squeeze) return x;
    if (x < 0 || x > n) continue;
    const height =
      logGamma(mode + 1) +
      logGamma(n - mode + 1) -
      logGamma(x + 1) -
      logGamma(n - x + 1) +
      (x - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= height) return x;
  }
}

/**
 * Writes one multinomial draw of `total` items over cells with these relative weights into `out`:
 * what drawing `total` items with replacement and counting them gives, by one binomial a cell.
 */
export function multinomial(random: Random, total: number, weights: Float64Array, out: Float64Array): void {
  let restWeight = 0;
  for (const weight of weights) restWeight += weight;
  let rest = total;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] as number;
    const drawn = restWeight > 0 ? binomial(random, rest, Math.min(1, weight / restWeight)) : 0;
    out[i] = drawn;
    rest -= drawn;
    restWeight -= weight;
  }
}
