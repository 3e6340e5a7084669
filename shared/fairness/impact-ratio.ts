import type { GroupCount } from './selection-rate.ts';
import { selectionRate, total } from './selection-rate.ts';

/**
 * Impact ratio IR_g = SR_g / max_h SR_h, in [0, 1]; `null` without people or when nobody at all was selected.
 * Source: 29 CFR 1607.4(D); "selection rate for a category divided by the selection rate of the most selected
 * category", 6 RCNY 5-300.
 * Misuse: never read alone. A tiny group with one lucky selection becomes the reference of everybody else.
 */
export function impactRatio(group: GroupCount, highest: GroupCount): number | null {
  const rate = selectionRate(group);
  const best = selectionRate(highest);
  return rate === null || best === null || best === 0 ? null : rate / best;
}

/** Categories under this share of the people may be left out of the impact ratio: 6 RCNY 5-301. */
export const smallCategoryShare = 0.02;

/** Whether the group holds less than 2 % of the people of known group. */
export function isSmallCategory(group: GroupCount, groups: readonly GroupCount[]): boolean {
  return group.n < smallCategoryShare * total(groups).n;
}

/**
 * The group the impact ratios divide by: the highest rate among categories that are not under 2 % of the people, so
 * that one selected person of one does not set the rate for everybody. Their own ratios are still printed, and may
 * then be above 1.
 */
export function impactRatioReference(groups: readonly GroupCount[]): GroupCount | undefined {
  return highestRateGroup(groups.filter((group) => !isSmallCategory(group, groups)));
}

/**
 * The group with the highest selection rate: the larger one on a tie, then the first. `undefined` without people.
 */
export function highestRateGroup(groups: readonly GroupCount[]): GroupCount | undefined {
  let best: GroupCount | undefined;
  for (const group of groups) {
    const rate = selectionRate(group);
    if (rate === null) continue;
    const bestRate = best === undefined ? null : selectionRate(best);
    const wins =
      best === undefined || bestRate === null || rate > bestRate || (rate === bestRate && group.n > best.n);
    if (wins) best = group;
  }
  return best;
}
