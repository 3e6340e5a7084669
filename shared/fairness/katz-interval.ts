import { criticalValue } from './distributions.ts';
import type { Interval } from './interval.ts';
import type { GroupCount } from './selection-rate.ts';

/**
 * Katz log interval of the ratio of two selection rates: log IR +- z sqrt(1/k1 - 1/n1 + 1/k0 - 1/n0).
 * `null` when either group has no selection: the logarithm is not defined there. The Koopman interval is.
 * Source: Katz, Baptista, Azen and Pike 1978.
 * Misuse: too narrow with few selections; quoted because auditors expect it beside the score interval.
 */
export function katzInterval(group: GroupCount, reference: GroupCount, confidence = 0.95): Interval | null {
  if (group.selected === 0 || reference.selected === 0) return null;
  const z = criticalValue(confidence);
  const ratio = group.selected / group.n / (reference.selected / reference.n);
  const half = z * Math.sqrt(1 / group.selected - 1 / group.n + 1 / reference.selected - 1 / reference.n);
  return { lower: ratio * Math.exp(-half), upper: ratio * Math.exp(half) };
}
