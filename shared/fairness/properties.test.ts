import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import type { AttributeCodes } from './attribute-codes.ts';
import { notAssessed, tally } from './attribute-codes.ts';
import { fisherExact } from './fisher-exact.ts';
import { selectionsToEndSignificance } from './flip.ts';
import { highestRateGroup, impactRatio } from './impact-ratio.ts';
import { jensenShannon } from './jensen-shannon.ts';
import { katzInterval } from './katz-interval.ts';
import { koopmanInterval } from './koopman-interval.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { ordinalWasserstein } from './ordinal-wasserstein.ts';
import { selectionRate } from './selection-rate.ts';
import { shortfall } from './shortfall.ts';
import { totalVariation } from './total-variation.ts';
import { twoProportionZ } from './two-proportion-z.ts';
import { wilsonInterval } from './wilson-interval.ts';

const count = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([a, b]) => ({ group: 'g', n: a + b, selected: a }));
const filled = count.filter(({ n }) => n > 0);
const shares = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: length, maxLength: length })
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) => {
      const sum = parts.reduce((a, b) => a + b, 0);
      return parts.map((part) => part / sum);
    });

describe('relabelling the two groups', () => {
  test('leaves p as it is and turns z and the ratio intervals around', () => {
    fc.assert(
      fc.property(filled, filled, (a, b) => {
        expect(fisherExact(a, b).p).toBeCloseTo(fisherExact(b, a).p, 10);
        expect(fisherExact(a, b).midP).toBeCloseTo(fisherExact(b, a).midP, 10);
        const z = twoProportionZ(a, b);
        if (z !== null) expect(twoProportionZ(b, a)?.z).toBeCloseTo(-z.z, 10);
        const [forth, back] = [koopmanInterval(a, b), koopmanInterval(b, a)];
        if (forth !== null && back !== null) {
          expect(forth.lower * back.upper).toSatisfy(
            (product: number) => Math.abs(product - 1) < 1e-8 || Number.isNaN(product),
          );
        }
      }),
    );
  });

  test('inverts the common odds ratio', () => {
    const strata = fc.array(fc.tuple(filled, filled), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(strata, (pairs) => {
        const forth = mantelHaenszel(pairs.map(([group, reference]) => ({ stratum: '', group, reference })));
        const back = mantelHaenszel(pairs.map(([reference, group]) => ({ stratum: '', group, reference })));
        expect(back?.p ?? null).toEqual(forth === null ? null : expect.closeTo(forth.p, 10));
        if (forth?.oddsRatio && back?.oddsRatio) expect(forth.oddsRatio * back.oddsRatio).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('order of rows and groups', () => {
  test('the tally does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 2 })), {
          maxLength: 50,
        }),
        fc.integer(),
        (rows, seed) => {
          const read = (order: typeof rows) => {
            const attribute: AttributeCodes = {
              name: 'a',
              groups: ['x', 'y', 'z'],
              codes: Int32Array.from(order, ([code]) => code),
            };
            return tally(
              attribute,
              Uint8Array.from(order, ([, outcome]) => (outcome === 2 ? notAssessed : outcome)),
            );
          };
          expect(read(createRandom(seed).shuffle(rows))).toEqual(read(rows));
        },
      ),
    );
  });

  test('the highest rate and all ratios do not depend on the order of the groups', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 6 }), (groups) => {
        const forth = highestRateGroup(groups);
        const back = highestRateGroup(groups.toReversed());
        expect(back && selectionRate(back)).toBe(forth && selectionRate(forth));
        if (forth !== undefined && forth.selected > 0) {
          for (const group of groups) expect(impactRatio(group, forth) ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('shortfalls of all groups add up to zero', () => {
    fc.assert(
      fc.property(fc.array(filled, { minLength: 1, maxLength: 6 }), (groups) => {
        expect(groups.reduce((sum, group) => sum + (shortfall(group, groups) ?? 0), 0)).toBeCloseTo(0, 8);
      }),
    );
  });
});

describe('scaling', () => {
  const times = (factor: number, { group, n, selected }: { group: string; n: number; selected: number }) => ({
    group,
    n: n * factor,
    selected: selected * factor,
  });

  test('ten times the people keep the ratio and narrow every interval', () => {
    const inner = filled.filter(({ n, selected }) => selected > 0 && selected < n);
    fc.assert(
      fc.property(inner, inner, (a, b) => {
        expect(impactRatio(times(10, a), times(10, b))).toBeCloseTo(impactRatio(a, b) ?? Number.NaN, 10);
        const width = (interval: { lower: number; upper: number } | null) =>
          interval === null ? Number.NaN : interval.upper - interval.lower;
        expect(width(wilsonInterval(times(10, a)))).toBeLessThan(width(wilsonInterval(a)));
        expect(width(koopmanInterval(times(10, a), times(10, b)))).toBeLessThan(width(koopmanInterval(a, b)));
        expect(width(katzInterval(times(10, a), times(10, b)))).toBeLessThan(width(katzInterval(a, b)));
      }),
    );
  });

  test('every interval holds its point', () => {
    fc.assert(
      fc.property(filled, filled, (a, b) => {
        const wilson = wilsonInterval(a);
        const rate = a.selected / a.n;
        expect(wilson?.lower).toBeLessThanOrEqual(rate + 1e-12);
        expect(wilson?.upper).toBeGreaterThanOrEqual(rate - 1e-12);
        const koopman = koopmanInterval(a, b);
        const ratio = impactRatio(a, b);
        if (koopman !== null && ratio !== null) {
          expect(koopman.lower).toBeLessThanOrEqual(ratio + 1e-9);
          expect(koopman.upper).toBeGreaterThanOrEqual(ratio - 1e-9);
        }
      }),
    );
  });
});

describe('distances', () => {
  test('are 0 for equal shares, symmetric, and within their range', () => {
    fc.assert(
      fc.property(shares(4), shares(4), (p, d) => {
        for (const distance of [totalVariation, jensenShannon, ordinalWasserstein]) {
          expect(distance(p, p)).toBeCloseTo(0, 12);
          expect(distance(p, d)).toBeCloseTo(distance(d, p), 12);
          expect(distance(p, d)).toBeGreaterThanOrEqual(0);
        }
        expect(totalVariation(p, d)).toBeLessThanOrEqual(1 + 1e-12);
        expect(jensenShannon(p, d)).toBeLessThanOrEqual(1 + 1e-12);
        expect(ordinalWasserstein(p, d)).toBeLessThanOrEqual(3 + 1e-12);
      }),
    );
  });

  test('an exchange of two groups moves the ordinal distance but not total variation', () => {
    const d = [0.25, 0.25, 0.25, 0.25];
    expect(totalVariation([0.1, 0.2, 0.3, 0.4], d)).toBeCloseTo(totalVariation([0.4, 0.1, 0.3, 0.2], d), 12);
    expect(ordinalWasserstein([0.1, 0.2, 0.3, 0.4], d)).not.toBeCloseTo(
      ordinalWasserstein([0.4, 0.1, 0.3, 0.2], d),
      3,
    );
  });
});

describe('flip', () => {
  test('the selections it names end significance, one fewer does not', () => {
    fc.assert(
      fc.property(filled, filled, (a, b) => {
        const flip = selectionsToEndSignificance(a, b);
        const direction = a.selected * b.n < b.selected * a.n ? 1 : -1;
        const moved = (by: number) =>
          fisherExact(
            { ...a, selected: a.selected + direction * by },
            { ...b, selected: b.selected - direction * by },
          ).p;
        expect(moved(flip)).toBeGreaterThanOrEqual(0.05);
        if (flip > 0) expect(moved(flip - 1)).toBeLessThan(0.05);
      }),
    );
  });
});

describe('nobody, everybody, one group', () => {
  const none = { group: 'none', n: 0, selected: 0 };
  const all = { group: 'all', n: 40, selected: 40 };
  const some = { group: 'some', n: 40, selected: 10 };
  const zero = { group: 'zero', n: 40, selected: 0 };

  test('what is not defined is null, never NaN', () => {
    expect(selectionRate(none)).toBeNull();
    expect(wilsonInterval(none)).toBeNull();
    expect(impactRatio(none, some)).toBeNull();
    expect(impactRatio(zero, zero)).toBeNull();
    expect(koopmanInterval(none, some)).toBeNull();
    expect(koopmanInterval(zero, zero)).toBeNull();
    expect(katzInterval(zero, some)).toBeNull();
    expect(twoProportionZ(all, all)).toBeNull();
    expect(highestRateGroup([none])).toBeUndefined();
    expect(mantelHaenszel([{ stratum: 's', group: all, reference: all }])).toBeNull();
  });

  test('everybody or nobody selected gives p = 1', () => {
    expect(fisherExact(all, all).p).toBe(1);
    expect(fisherExact(zero, zero).p).toBe(1);
    expect(fisherExact(none, some).p).toBe(1);
  });

  test('a zero cell gives a one-sided ratio interval', () => {
    expect(koopmanInterval(zero, some)?.lower).toBe(0);
    expect(koopmanInterval(some, zero)?.upper).toBe(Infinity);
  });

  test('counts that are no counts are refused by name', () => {
    expect(() => fisherExact({ group: 'g', n: 3, selected: 4 }, some)).toThrow('group "g": 4 selected of 3');
    expect(() => fisherExact({ group: 'g', n: 3.5, selected: 1 }, some)).toThrow('whole counts');
  });

  test('weighted counts are allowed in rates', () => {
    expect(selectionRate({ n: 2.5, selected: 0.5 })).toBeCloseTo(0.2, 12);
  });
});
