import type { GroupCount } from './selection-rate.ts';
import { total } from './selection-rate.ts';

/**
 * Shortfall: selections a group would have at the rate of everybody together, minus those it has.
 * In people; positive = fewer than expected. The shortfalls of all groups add up to zero.
 * Source: practice of the US Office of Federal Contract Compliance Programs. `null` when nobody was assessed.
 * Misuse: as a number of people to select. It sizes a difference; it is not a target.
 */
export function shortfall(group: GroupCount, groups: readonly GroupCount[]): number | null {
  const all = total(groups);
  return all.n === 0 ? null : (group.n * all.selected) / all.n - group.selected;
}
