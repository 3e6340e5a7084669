import { criticalValue } from './distributions.ts';
import type { Interval } from './interval.ts';
import type { GroupCount } from './selection-rate.ts';

/**
 * Koopman score interval of the ratio of two selection rates: all ratios that Pearson's chi-square, with the rates
 * fitted under that ratio, does not reject. Defined at zero cells: the lower limit is 0 when the group has no
 * selection, the upper is `Infinity` when the reference has none. `null` when neither has any, or a group is empty.
 * Source: Koopman 1984; Miettinen and Nurminen 1985 (closed form of the fitted rates; their N/(N-1) is left out).
 * Misuse: an interval for one pair; with several groups read it beside the Holm-adjusted p.
 */
export function koopmanInterval(
  group: GroupCount,
  reference: GroupCount,
  confidence = 0.95,
): Interval | null {
  if (group.n === 0 || reference.n === 0) return null;
  if (group.selected === 0 && reference.selected === 0) return null;
  const limit = criticalValue(confidence) ** 2;
  const rejected = (logRatio: number) => scoreStatistic(group, reference, Math.exp(logRatio)) > limit;
  // At a zero cell the observed ratio is 0 or infinite: exp(-30) and exp(30) are never rejected there.
  const point = Math.log(group.selected / group.n / (reference.selected / reference.n));
  const centre = Math.max(-30, Math.min(30, point));
  return {
    lower: group.selected === 0 ? 0 : Math.exp(crossing(rejected, centre, -1)),
    upper: reference.selected === 0 ? Infinity : Math.exp(crossing(rejected, centre, 1)),
  };
}

/** Squared score statistic of H0: p1 = ratio * p0. Not negative; 0 at the observed ratio. */
function scoreStatistic(group: GroupCount, reference: GroupCount, ratio: number): number {
  const people = group.n + reference.n;
  const a = people * ratio;
  const b = -(group.n * ratio + group.selected + reference.n + reference.selected * ratio);
  const c = group.selected + reference.selected;
  const p0 = (-b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
  const p1 = ratio * p0;
  const difference = group.selected / group.n - (ratio * reference.selected) / reference.n;
  const variance = (p1 * (1 - p1)) / group.n + (ratio * ratio * p0 * (1 - p0)) / reference.n;
  return variance > 0 ? (difference * difference) / variance : difference === 0 ? 0 : Infinity;
}

/** Where `rejected` turns true on one side of `from`, by doubling and then halving; 60 halvings end at the last bit. */
function crossing(rejected: (x: number) => boolean, from: number, side: 1 | -1): number {
  let step = 0.125;
  while (!rejected(from + side * step) && step < 1024) step *= 2;
  let inside = from;
  let outside = from + side * step;
  for (let i = 0; i < 60; i += 1) {
    const middle = (inside + outside) / 2;
    if (rejected(middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}
