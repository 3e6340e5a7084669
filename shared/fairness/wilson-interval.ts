import { criticalValue } from './distributions.ts';
import type { Interval } from './interval.ts';
import type { GroupCount } from './selection-rate.ts';

/**
 * Wilson score interval of a proportion, within [0, 1]; `null` when n = 0.
 * (p + z^2/2n +- z sqrt(p (1 - p)/n + z^2/4n^2)) / (1 + z^2/n).
 * Source: Wilson 1927; recommended for small n by Brown, Cai and DasGupta 2001.
 * Misuse: overlap of two such intervals is not a test of their difference.
 */
export function wilsonInterval(
  { n, selected }: Pick<GroupCount, 'n' | 'selected'>,
  confidence = 0.95,
): Interval | null {
  if (n === 0) return null;
  const z = criticalValue(confidence);
  const p = selected / n;
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    lower: selected === 0 ? 0 : Math.max(0, (centre - half) / scale),
    upper: selected === n ? 1 : Math.min(1, (centre + half) / scale),
  };
}
