import { criticalValue, normalTwoSided } from './distributions.ts';
import type { Interval } from './interval.ts';
import type { GroupCount } from './selection-rate.ts';

/** A group and its reference before and after a day. */
export interface BeforeAfter {
  readonly before: { readonly group: GroupCount; readonly reference: GroupCount };
  readonly after: { readonly group: GroupCount; readonly reference: GroupCount };
}

export interface Change {
  /** Odds ratio after divided by odds ratio before; above 1 = the group's chances rose against the reference's. */
  readonly ratioOfOddsRatios: number;
  readonly interval: Interval;
  readonly p: number;
}

/**
 * Change of the difference between two groups at a day, such as a policy promotion: the ratio of the two odds ratios,
 * each cell raised by one half, with its Woolf interval. `null` when a side has no people.
 * Source: Woolf 1955; Haldane 1956; Altman and Bland, BMJ 2003;326:219.
 * Misuse: as the effect of what happened that day. Jobs, seasons and applicants change too: it is a note, not a cause.
 */
export function changeAt({ before, after }: BeforeAfter, confidence = 0.95): Change | null {
  if ([before.group, before.reference, after.group, after.reference].some((g) => g.n === 0)) return null;
  const first = logOddsRatio(before.group, before.reference);
  const second = logOddsRatio(after.group, after.reference);
  const change = second.value - first.value;
  const error = Math.sqrt(first.variance + second.variance);
  const half = criticalValue(confidence) * error;
  return {
    ratioOfOddsRatios: Math.exp(change),
    interval: { lower: Math.exp(change - half), upper: Math.exp(change + half) },
    p: normalTwoSided(change / error),
  };
}

function logOddsRatio(group: GroupCount, reference: GroupCount): { value: number; variance: number } {
  const a = group.selected + 0.5;
  const b = group.n - group.selected + 0.5;
  const c = reference.selected + 0.5;
  const d = reference.n - reference.selected + 0.5;
  return { value: Math.log((a * d) / (b * c)), variance: 1 / a + 1 / b + 1 / c + 1 / d };
}
