import { fourFifths } from '../../shared/fairness/four-fifths.ts';
import { highestRateGroup, impactRatio } from '../../shared/fairness/impact-ratio.ts';
import type { Random } from '../../shared/random.ts';

/** The paper calls the ten best of the list selected. */
export const selectedPlaces = 10;

/**
 * Impact ratio of each group within one list: selection rate (in the first ten of those listed) over the highest rate. Null
 * for a group of which nobody is listed. Ten of fifty is far too few for one posting to say anything: read it only beside
 * {@link nullImpactRatios}.
 * Source: arXiv 2501.07324, section on evaluation.
 * @param list group of each person listed, best first, 0 to `groupCount - 1`
 */
export function listImpactRatios(
  list: ArrayLike<number>,
  groupCount: number,
  selected: number = selectedPlaces,
): (number | null)[] {
  const groups = Array.from({ length: groupCount }, (_, g) => ({ group: String(g), n: 0, selected: 0 }));
  for (let place = 0; place < list.length; place += 1) {
    const group = groups[list[place] as number];
    if (group === undefined) throw new RangeError(`group ${list[place]} of ${groupCount}`);
    group.n += 1;
    if (place < selected) group.selected += 1;
  }
  const highest = highestRateGroup(groups);
  return groups.map((group) => (highest === undefined ? null : impactRatio(group, highest)));
}

/** What impact ratios look like when group and place have nothing to do with each other. */
export interface NullImpactRatios {
  /** Mean and standard deviation of each group's ratio; null for a group of which nobody is listed. */
  readonly groups: readonly ({ readonly mean: number; readonly sd: number } | null)[];
  /** Probability that the lowest ratio is under four fifths. */
  readonly belowFourFifths: number;
}

/**
 * The null distribution of {@link listImpactRatios}: the same people in random order, so that the numbers of each group and
 * the size of the list are those of the real one.
 */
export function nullImpactRatios(
  list: readonly number[],
  groupCount: number,
  random: Random,
  { draws = 2000, selected = selectedPlaces }: { draws?: number; selected?: number } = {},
): NullImpactRatios {
  const sums = Array.from({ length: groupCount }, () => ({ count: 0, sum: 0, squares: 0 }));
  let below = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const ratios = listImpactRatios(random.shuffle(list), groupCount, selected);
    if (isBelowFourFifths(ratios)) below += 1;
    ratios.forEach((ratio, g) => {
      const sum = sums[g];
      if (ratio === null || sum === undefined) return;
      sum.count += 1;
      sum.sum += ratio;
      sum.squares += ratio * ratio;
    });
  }
  return {
    groups: sums.map(({ count, sum, squares }) => {
      if (count === 0) return null;
      const mean = sum / count;
      return { mean, sd: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
    }),
    belowFourFifths: below / draws,
  };
}

/** Whether the lowest ratio that is defined is under four fifths. */
export function isBelowFourFifths(ratios: readonly (number | null)[]): boolean {
  return ratios.some((ratio) => ratio !== null && ratio < fourFifths);
}
