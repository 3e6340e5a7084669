import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { groupExposure } from './exposure.ts';
import { readFourFifths } from './four-fifths.ts';
import { funnelSteps } from './funnel.ts';
import { ndklNull } from './ndkl.ts';
import { peopleToFind, powerToFind } from './power.ts';
import { median, scoringRates } from './scoring-rate.ts';
import { skewAt, skewRange } from './skew.ts';
import { changeAt } from './trend.ts';

describe('scoring rate', () => {
  test('counts scores strictly above the median of all, unknown categories included', () => {
    const rates = scoringRates(Float64Array.of(1, 2, 3, 4, 9, Number.NaN), Int32Array.of(0, 0, 1, 1, -1, 1), [
      'a',
      'b',
    ]);
    expect(rates).toEqual({
      median: 3,
      withoutScore: 1,
      groups: [
        { group: 'a', n: 2, selected: 0 },
        { group: 'b', n: 2, selected: 1 },
      ],
    });
  });

  test('ties with the median are not above it; no scores give no median', () => {
    expect(scoringRates(Float64Array.of(5, 5, 5), Int32Array.of(0, 0, 0), ['a']).groups[0]?.selected).toBe(0);
    expect(median(Float64Array.of(1, 2))).toBe(1.5);
    expect(median(Float64Array.of(Number.NaN))).toBeNull();
  });
});

describe('funnel', () => {
  test('one table a step', () => {
    const steps = funnelSteps({
      stages: ['applied', 'interviewed', 'hired'],
      groups: [{ group: 'a', reached: [10, 5, 2] }],
    });
    expect(steps.map(({ from, to, groups }) => [from, to, groups[0]?.n, groups[0]?.selected])).toEqual([
      ['applied', 'interviewed', 10, 5],
      ['interviewed', 'hired', 5, 2],
    ]);
  });

  test('a count that rises is refused by name', () => {
    expect(() =>
      funnelSteps({ stages: ['applied', 'hired'], groups: [{ group: 'a', reached: [1, 2] }] }),
    ).toThrow('group "a": 2 reached "hired" but only 1 reached "applied"');
  });
});

describe('trend', () => {
  const side = (a: number, b: number) => ({
    group: { group: 'g', n: 100, selected: a },
    reference: { group: 'r', n: 100, selected: b },
  });

  test('no change is a ratio of 1, a gain is above 1, and it turns around with time', () => {
    expect(changeAt({ before: side(20, 40), after: side(20, 40) })?.ratioOfOddsRatios).toBeCloseTo(1, 12);
    const up = changeAt({ before: side(20, 40), after: side(40, 40) });
    const down = changeAt({ before: side(40, 40), after: side(20, 40) });
    expect(up?.ratioOfOddsRatios).toBeGreaterThan(1);
    expect((up?.ratioOfOddsRatios ?? 0) * (down?.ratioOfOddsRatios ?? 0)).toBeCloseTo(1, 10);
    expect(up?.p).toBeCloseTo(down?.p ?? 0, 12);
  });

  test('a side without people has no change', () => {
    const empty = { group: { group: 'g', n: 0, selected: 0 }, reference: { group: 'r', n: 5, selected: 1 } };
    expect(changeAt({ before: empty, after: side(1, 2) })).toBeNull();
  });
});

describe('power', () => {
  test('grows with the people, and the people it asks for reach the power it aims at', () => {
    expect(powerToFind(0.8, 0.3, 200, 200)).toBeGreaterThan(powerToFind(0.8, 0.3, 50, 50));
    const needed = peopleToFind(0.8, 0.3) ?? 0;
    expect(powerToFind(0.8, 0.3, needed, needed)).toBeCloseTo(0.8, 2);
    expect(powerToFind(0.8, 0, 10, 10)).toBe(0);
    expect(peopleToFind(1, 0.3)).toBeNull();
  });
});

describe('rankings', () => {
  test('the permutation null keeps an ordinary order and rejects a separated one', () => {
    const separated = [...Array(20).fill(0), ...Array(20).fill(1)];
    const mixed = Array.from({ length: 40 }, (_, i) => i % 2);
    expect(ndklNull(separated, [0.5, 0.5], createRandom(1)).p).toBeLessThan(0.01);
    expect(ndklNull(mixed, [0.5, 0.5], createRandom(1)).p).toBeGreaterThan(0.5);
  });

  test('an absent group has a finite negative skew, an empty group no exposure', () => {
    const skews = skewAt(5, [0, 0, 0, 0, 0, 1], [0.5, 0.5]);
    expect(skewRange(skews).minSkew).toBeLessThan(-1);
    expect(skewRange(skews).maxSkew).toBeGreaterThan(0);
    expect(groupExposure([0], 2)[1]).toEqual({ n: 0, exposure: null, perRelevance: null });
  });

  test('the four-fifths reading', () => {
    expect([0.79, 0.8, null].map(readFourFifths)).toEqual([
      'below four-fifths',
      'at or above four-fifths',
      'not defined',
    ]);
  });
});
