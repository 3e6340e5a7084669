import type { Interval } from '../../shared/fairness/interval.ts';

/** JSON has no infinity: an unbounded limit is `null`. */
export function finite(interval: Interval | null) {
  return (
    interval && { lower: interval.lower, upper: Number.isFinite(interval.upper) ? interval.upper : null }
  );
}

/** Three digits: more of them could tell the counts of single requisitions, which are not shown. */
export function rounded<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(3))) as T;
}

export function roundedInterval(interval: Interval | null) {
  const range = finite(interval);
  return range && { lower: rounded(range.lower), upper: rounded(range.upper) };
}
