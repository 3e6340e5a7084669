import { normalTwoSided } from './distributions.ts';
import type { GroupCount } from './selection-rate.ts';

export interface ZResult {
  /** Standard deviations between the two rates; negative when the group's rate is the lower. */
  readonly z: number;
  /** Two-sided p from the normal distribution. */
  readonly p: number;
}

/**
 * Two-proportion z with pooled variance: (p1 - p0) / sqrt(p (1 - p) (1/n1 + 1/n0)).
 * "Two or three standard deviations": Hazelwood School District v. United States, 433 U.S. 299 (1977), n. 14.
 * `null` when a group is empty, or all or nobody were selected.
 * Misuse: an approximation; with an expected cell under 5 use Fisher's exact test.
 */
export function twoProportionZ(group: GroupCount, reference: GroupCount): ZResult | null {
  const n = group.n + reference.n;
  const selected = group.selected + reference.selected;
  if (group.n === 0 || reference.n === 0 || selected === 0 || selected === n) return null;
  const pooled = selected / n;
  const z =
    (group.selected / group.n - reference.selected / reference.n) /
    Math.sqrt(pooled * (1 - pooled) * (1 / group.n + 1 / reference.n));
  return { z, p: normalTwoSided(z) };
}
