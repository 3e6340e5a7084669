import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { bandOrder } from './band-order.ts';
import { auditRanking } from './ranking-audit.ts';
import { shareDistance } from './share-distance.ts';

const attribute = (codes: number[]) => ({ name: 'group', groups: ['a', 'b'], codes: Int32Array.from(codes) });
const random = () => createRandom(1);

describe('auditRanking', () => {
  test('measures a list in which one group stands first', () => {
    const codes = Array.from({ length: 200 }, (_, i) => (i < 100 ? 0 : 1));
    const scores = Float64Array.from(codes, (_, i) => 200 - i);
    const audit = auditRanking(attribute(codes), scores, { depth: 50, random: random() });
    expect(audit).toMatchObject({
      ranked: 200,
      depth: 50,
      distance: { totalVariation: 0.5, wasserstein: null },
    });
    expect(audit!.groups.map(({ topShare }) => topShare)).toEqual([1, 0]);
    expect(audit!.groups[0]!.exposure).toBeGreaterThan(audit!.groups[1]!.exposure!);
    expect(audit!.maxSkew).toBeCloseTo(Math.log(50.5 / 51 / 0.5), 12);
    expect(audit!.ndkl.p).toBe(0.001);
    // The second group has too few places until all of the first stand above it and half as many more below.
    expect(audit!.infeasibleIndex).toBeGreaterThan(100);
  });

  test('exposure per relevance is even where places follow relevance that groups share', () => {
    const codes = Array.from({ length: 400 }, (_, i) => i % 2);
    const scores = Float64Array.from(codes, (_, i) => 400 - i);
    const relevance = Float64Array.from(codes, (_, i) => (i < 200 ? 1 : 0));
    const audit = auditRanking(attribute(codes), scores, {
      depth: 100,
      random: random(),
      relevance,
      draws: 19,
    });
    const [first, second] = audit!.groups.map(({ exposurePerRelevance }) => exposurePerRelevance!);
    expect(first! / second!).toBeCloseTo(1, 1);
  });

  test('the order of the rows changes nothing, ties included', () => {
    const row = fc.record({ code: fc.integer({ min: -1, max: 1 }), score: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 60 }), fc.integer(), (rows, seed) => {
        const measure = (these: typeof rows) =>
          auditRanking(
            attribute(these.map(({ code }) => code)),
            Float64Array.from(these, ({ score }) => score),
            {
              depth: 5,
              random: random(),
              draws: 9,
            },
          );
        expect(measure(createRandom(seed).shuffle(rows))).toEqual(measure(rows));
      }),
    );
  });

  test('rows without score or group are left out; one group cannot be compared', () => {
    const scores = Float64Array.of(3, Number.NaN, 2, 1);
    const audit = auditRanking(attribute([0, 0, 1, -1]), scores, { depth: 1, random: random(), draws: 9 });
    expect(audit).toMatchObject({ ranked: 2, depth: 1 });
    expect(auditRanking(attribute([0, 0, 0, 0]), scores, { depth: 1, random: random() })).toBeNull();
    expect(auditRanking(attribute([0, 1, 0, 1]), scores, { depth: 0, random: random() })).toBeNull();
  });

  test('a list in chance order is no rarer than chance', () => {
    const draw = createRandom(5);
    const low = Array.from({ length: 200 }, () => {
      const codes = Array.from({ length: 40 }, (_, i) => i % 2);
      const scores = Float64Array.from(codes, () => draw.next());
      return auditRanking(attribute(codes), scores, { depth: 10, random: draw.fork('null'), draws: 99 })!.ndkl
        .p;
    }).filter((p) => p <= 0.1).length;
    expect(low).toBeLessThan(40);
    expect(low).toBeGreaterThan(4);
  });
});

describe('bands of a number', () => {
  test.each([
    [
      ['30-44', 'under 30', '45+'],
      [1, 0, 2],
    ],
    [
      ['60 and over', '18–29', '30 to 59'],
      [1, 2, 0],
    ],
    [['group 1', 'group 2'], null],
    [['man', 'woman'], null],
    [['18-29'], null],
  ])('%j', (groups, order) => {
    expect(bandOrder(groups)).toEqual(order);
  });

  test('only they have a Wasserstein distance, in bands, whatever order they come in', () => {
    expect(shareDistance(['45+', 'under 30', '30-44'], [0, 1, 0], [1, 0, 0]).wasserstein).toBe(2);
    expect(shareDistance(['x', 'y'], [0, 1], [1, 0])).toEqual({
      totalVariation: 1,
      jensenShannon: 1,
      wasserstein: null,
    });
  });
});
