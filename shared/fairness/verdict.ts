import { highestRateGroup } from './impact-ratio.ts';
import type { GroupCount } from './selection-rate.ts';
import { selectionRate, total } from './selection-rate.ts';

export const minimumPeople = 30;
export const minimumExpectedSelections = 5;
export const significance = 0.05;

export type VerdictWord =
  | 'evidence of a difference'
  | 'no evidence of a difference'
  | 'not enough data'
  | 'reference';

export interface Verdict {
  readonly word: VerdictWord;
  /** For "not enough data": about how many more people this comparison needs; `null` when nobody is selected at all. */
  readonly needed: number | null;
  /** Which rate is higher, when there is evidence. */
  readonly direction: 'lower' | 'higher' | null;
}

/**
 * People that a group still lacks for a verdict: 30 of them, and 5 expected selections at the common rate.
 * 0 = enough. `Infinity` when nobody was selected at all. Source: the thresholds of `docs/statistics.md`.
 */
export function peopleNeeded(group: Pick<GroupCount, 'n'>, commonRate: number): number {
  const forSelections = commonRate > 0 ? Math.ceil(minimumExpectedSelections / commonRate - 1e-9) : Infinity;
  return Math.max(0, minimumPeople - group.n, forSelections - group.n);
}

/**
 * Words for one comparison. Never shown alone: point, interval, p and n stand beside them.
 * @param p adjusted p of the comparison, `null` when it could not be computed.
 * @param lower whether the group's rate (or odds) is below the reference's.
 */
export function judge(
  group: GroupCount,
  reference: GroupCount,
  groups: readonly GroupCount[],
  p: number | null,
  lower: boolean,
): Verdict {
  const all = total(groups);
  const rate = selectionRate(all) ?? 0;
  const needed = Math.max(peopleNeeded(group, rate), peopleNeeded(reference, rate));
  if (needed > 0 || p === null) {
    return { word: 'not enough data', needed: Number.isFinite(needed) ? needed : null, direction: null };
  }
  return p < significance
    ? { word: 'evidence of a difference', needed: 0, direction: lower ? 'lower' : 'higher' }
    : { word: 'no evidence of a difference', needed: 0, direction: null };
}

/** The verdict as printed, such as `not enough data (need about 40 more)`. */
export function verdictText({ word, needed }: Verdict): string {
  if (word === 'reference') return 'reference (highest rate)';
  if (word !== 'not enough data') return word;
  if (needed === null) return 'not enough data (nobody was selected)';
  return needed > 0 ? `not enough data (need about ${needed} more)` : 'not enough data';
}

/**
 * The group the others are tested against: the highest rate among groups with enough data for a verdict; among all
 * when there is none. The ratio of the law may have a tiny group below the line; a test against it finds nothing.
 */
export function comparisonGroup(groups: readonly GroupCount[]): GroupCount | undefined {
  const rate = selectionRate(total(groups)) ?? 0;
  const large = groups.filter((group) => peopleNeeded(group, rate) === 0);
  return highestRateGroup(large.length > 0 ? large : groups);
}
