/** A two-sided confidence interval. `upper` may be `Infinity` for a ratio whose denominator may be zero. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}
