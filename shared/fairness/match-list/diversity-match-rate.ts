import type { Random } from '../../random.ts';
import type { Labels, MatchList } from './match-list.ts';
import { groupCounts, signedGaps } from './signed-gap.ts';

/** A list matches when no group's share is further than this from its share among those who meet the requirements. */
export const matchTolerance = 0.05;
/** Groups below this share of the qualified pool are measured together as "other". */
export const smallestGroupShare = 0.05;
export const nullDraws = 2000;

/** Whether `|delta_g| <= .05` for every group of at least 5 % of the pool, the smaller ones pooled as one. */
export function isMatch(gaps: Float64Array, counts: Float64Array): boolean {
  let size = 0;
  for (let g = 0; g < counts.length; g += 1) size += counts[g] as number;
  let other = 0;
  for (let g = 0; g < gaps.length; g += 1) {
    if ((counts[g] as number) < smallestGroupShare * size) other += gaps[g] as number;
    else if (Math.abs(gaps[g] as number) > matchTolerance) return false;
  }
  return Math.abs(other) <= matchTolerance;
}

/** M: share of postings whose list matches. Never shown without {@link nullMatchRate}. */
export function diversityMatchRate(lists: readonly MatchList[], labels: Labels): number {
  if (lists.length === 0) return 0;
  const matches = lists.filter((list) =>
    isMatch(signedGaps(list, labels), groupCounts(list.members, labels)),
  ).length;
  return matches / lists.length;
}

/**
 * M0 of one list: how often it would match were the labels permuted among its people, estimated from `draws` permutations.
 * @param weights of the list, in any order
 * @param counts people of each group; their sum is `weights.length`
 */
export function nullMatchRate(
  weights: Float64Array,
  counts: Float64Array,
  random: Random,
  draws = nullDraws,
): number {
  const n = weights.length;
  const codes = new Int16Array(n);
  let filled = 0;
  counts.forEach((count, group) => {
    codes.fill(group, filled, filled + count);
    filled += count;
  });
  // Weights too small to move a share by a millionth are left out of the sum; the logistic tail is long.
  const heavy = Float64Array.from(weights)
    .sort()
    .reverse()
    .filter((weight) => weight > 1e-6 / n);
  const gaps = new Float64Array(counts.length);
  let matches = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (let g = 0; g < gaps.length; g += 1) gaps[g] = -(counts[g] as number) / n;
    // A partial Fisher-Yates shuffle: only the places with weight need a label.
    for (let j = 0; j < heavy.length; j += 1) {
      const other = j + random.integer(n - j);
      const group = codes[other] as number;
      codes[other] = codes[j] as number;
      codes[j] = group;
      gaps[group] = (gaps[group] as number) + (heavy[j] as number);
    }
    if (isMatch(gaps, counts)) matches += 1;
  }
  return matches / draws;
}

/**
 * Share of the way from the rate before to the best that chance allows: `(after - before) / (m0 - before)`.
 * @returns undefined when less than .05 was left to close
 */
export function reachableShareClosed(before: number, after: number, m0: number): number | undefined {
  return m0 - before < 0.05 ? undefined : (after - before) / (m0 - before);
}
