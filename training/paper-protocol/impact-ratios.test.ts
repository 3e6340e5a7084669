import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { isBelowFourFifths, listImpactRatios, nullImpactRatios } from './impact-ratios.ts';

/** A list of 50 with `first` people of the second group among the first ten and `rest` among the others. */
const listWith = (first: number, rest: number) => [
  ...Array.from({ length: 10 }, (_, i) => (i < first ? 1 : 0)),
  ...Array.from({ length: 40 }, (_, i) => (i < rest ? 1 : 0)),
];

describe('impact ratios of a list', () => {
  it('divides by the highest rate', () => {
    // 2 of 10 against 8 of 40: equal rates.
    expect(listImpactRatios(listWith(2, 8), 2)).toEqual([1, 1]);
    // 5 of 25 against 5 of 25, then 1 of 25 against 9 of 25.
    expect(listImpactRatios(listWith(5, 20), 2)).toEqual([1, 1]);
    expect(listImpactRatios(listWith(1, 24), 2)).toEqual([1, expect.closeTo(1 / 9, 12)]);
  });

  it('is not defined for a group of which nobody is listed', () => {
    expect(listImpactRatios([0, 0, 0], 2)).toEqual([1, null]);
    expect(isBelowFourFifths([1, null])).toBe(false);
  });

  it('is under four fifths for most lists of 25 and 25 in random order', () => {
    const random = createRandom(1);
    const { groups, belowFourFifths } = nullImpactRatios(listWith(5, 20), 2, random, { draws: 5000 });
    expect(belowFourFifths).toBeGreaterThan(0.6);
    // Equal numbers: neither group is favoured.
    expect(Math.abs((groups[0]?.mean ?? 0) - (groups[1]?.mean ?? 1))).toBeLessThan(0.02);
    expect(groups[0]?.sd).toBeGreaterThan(0.15);
  });

  it('gives the same null distribution for the same seed', () => {
    const of = (seed: number) => nullImpactRatios(listWith(3, 12), 2, createRandom(seed), { draws: 50 });
    expect(of(4)).toEqual(of(4));
    expect(of(4)).not.toEqual(of(5));
  });
});
