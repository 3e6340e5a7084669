import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bag, trainNoisyOr } from './noisy-or.ts';
import { pack } from './packed-rows.ts';

const instance = (buckets: readonly number[], quoted = false) => ({
  buckets: Uint16Array.from(buckets),
  quoted,
});
const values = new Float64Array(6).fill(1);
const settings = { cost: 10, quoted: 1, phrase: 1 };

/** Bucket 0 stands in every document with the label and in no other; nobody says in which sentence it is that matters. */
const bags: readonly Bag[] = [
  { positive: true, instances: [instance([0, 2]), instance([3])] },
  { positive: true, instances: [instance([4]), instance([0, 5])] },
  { positive: false, instances: [instance([2]), instance([3, 4])] },
  { positive: false, instances: [instance([5]), instance([3])] },
];

describe('noisy-or', () => {
  it('finds out which sentence earned the label', () => {
    const { weights, bias } = trainNoisyOr(bags, [], values, settings);
    for (const other of [2, 3, 4, 5]) expect(weights[0]).toBeGreaterThan(weights[other] as number);
    expect(bias + (weights[0] as number)).toBeGreaterThan(0);
    expect(bias).toBeLessThan(0);
  });

  it('gives buckets of units the weights that they have by themselves', () => {
    const parts = pack([[0, 2], [3], [4], [0, 5], [2], [3, 4], [5], [3]].map((row) => Uint16Array.from(row)));
    let unit = 0;
    const inUnits = bags.map(({ positive, instances }) => ({
      positive,
      instances: instances.map(({ quoted }) => ({ buckets: Uint16Array.of(unit++), quoted })),
    }));
    const byUnits = trainNoisyOr(inUnits, [], values, settings, parts);
    const byBuckets = trainNoisyOr(bags, [], values, settings);
    expect(byUnits.bias).toBeCloseTo(byBuckets.bias, 9);
    byUnits.weights.forEach((weight, bucket) => {
      expect(weight).toBeCloseTo(byBuckets.weights[bucket] as number, 9);
    });
  });

  it('is told by a quotation where documents leave it open', () => {
    const open: Bag[] = [
      { positive: true, instances: [instance([0], true), instance([1])] },
      { positive: false, instances: [instance([2])] },
    ];
    const { weights } = trainNoisyOr(open, [], values, settings);
    expect(weights[0]).toBeGreaterThan((weights[1] as number) + 0.1);
  });

  it('learns from phrases on both sides', () => {
    const phrases = [
      { buckets: Uint16Array.of(1), positive: true },
      { buckets: Uint16Array.of(2), positive: false },
    ];
    const { weights } = trainNoisyOr(bags, phrases, values, settings);
    expect(weights[1]).toBeGreaterThan(0);
    expect(weights[2]).toBeLessThan(weights[1] as number);
  });

  it('does not depend on the order of sentences within a document, but for rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (turned) => {
        const other = bags.map((bag, index) =>
          turned[index] ? { ...bag, instances: bag.instances.toReversed() } : bag,
        );
        const expected = trainNoisyOr(bags, [], values, settings);
        const found = trainNoisyOr(other, [], values, settings);
        for (const [bucket, weight] of expected.weights.entries())
          expect(found.weights[bucket]).toBeCloseTo(weight, 6);
      }),
    );
  });
});
