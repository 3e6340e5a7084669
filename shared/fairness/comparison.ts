import { fisherExact } from './fisher-exact.ts';
import { reversesWithOnePerson, selectionsToEndSignificance } from './flip.ts';
import type { FourFifthsReading } from './four-fifths.ts';
import { fourFifths, readFourFifths } from './four-fifths.ts';
import { impactRatio, isSmallCategory } from './impact-ratio.ts';
import type { Interval } from './interval.ts';
import { katzInterval } from './katz-interval.ts';
import { koopmanInterval } from './koopman-interval.ts';
import { powerToFind } from './power.ts';
import type { GroupCount } from './selection-rate.ts';
import { selectionRate } from './selection-rate.ts';
import { shortfall } from './shortfall.ts';
import { twoProportionZ } from './two-proportion-z.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * Everything about one group beside two others: the one with the highest rate (for the impact ratio of the law) and
 * the one it is tested against. They are the same unless the highest rate belongs to a very small group.
 * `null` = not defined for these counts, or the group is the other one itself.
 */
export interface Comparison extends GroupCount {
  readonly selectionRate: number | null;
  readonly wilson: Interval | null;
  readonly impactRatio: number | null;
  readonly fourFifths: FourFifthsReading;
  /** Under 2 % of the people: may be left out of the impact ratio (6 RCNY 5-301). */
  readonly smallCategory: boolean;
  readonly katz: Interval | null;
  readonly koopman: Interval | null;
  readonly comparedRatio: number | null;
  readonly comparedKoopman: Interval | null;
  readonly z: number | null;
  readonly fisherP: number | null;
  readonly fisherMidP: number | null;
  readonly shortfall: number | null;
  readonly flip: number | null;
  readonly reversesWithOnePerson: boolean | null;
  /** Probability of finding a ratio of .80 with these numbers. */
  readonly powerAtFourFifths: number | null;
}

/** @param compared the group that tests compare with; `highest` the one impact ratios divide by. */
export function compare(
  group: GroupCount,
  groups: readonly GroupCount[],
  highest: GroupCount | undefined,
  compared: GroupCount | undefined,
): Comparison {
  const toHighest = highest !== undefined && highest !== group && group.n > 0 ? highest : undefined;
  const other = compared !== undefined && compared !== group && group.n > 0 ? compared : undefined;
  const fisher = other && fisherExact(group, other);
  const ratio = highest === undefined ? null : impactRatio(group, highest);
  return {
    ...group,
    selectionRate: selectionRate(group),
    wilson: wilsonInterval(group),
    impactRatio: ratio,
    fourFifths: readFourFifths(ratio),
    smallCategory: isSmallCategory(group, groups),
    katz: toHighest ? katzInterval(group, toHighest) : null,
    koopman: toHighest ? koopmanInterval(group, toHighest) : null,
    comparedRatio: compared === undefined ? null : impactRatio(group, compared),
    comparedKoopman: other ? koopmanInterval(group, other) : null,
    z: other ? (twoProportionZ(group, other)?.z ?? null) : null,
    fisherP: fisher?.p ?? null,
    fisherMidP: fisher?.midP ?? null,
    shortfall: shortfall(group, groups),
    flip: other ? selectionsToEndSignificance(group, other) : null,
    reversesWithOnePerson: other ? reversesWithOnePerson(group, other) : null,
    powerAtFourFifths: other ? powerToFind(fourFifths, selectionRate(other) ?? 0, group.n, other.n) : null,
  };
}
