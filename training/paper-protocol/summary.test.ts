import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { pairedChange, summarise } from './summary.ts';

describe('summary', () => {
  it('is mean and sample standard deviation', () => {
    expect(summarise([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({
      mean: 5,
      sd: expect.closeTo(2.13809, 5),
      count: 8,
    });
    expect(summarise([3])).toEqual({ mean: 3, sd: 0, count: 1 });
  });
});

describe('paired change', () => {
  it('pairs: a constant change has no width however much the postings differ', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 20 }),
        (before) => {
          const after = before.map((value) => value + 3);
          expect(pairedChange(before, after, createRandom(1), 50)).toEqual({
            mean: 3,
            interval: { lower: 3, upper: 3 },
          });
        },
      ),
    );
  });

  it('holds the mean and covers no change where there is none on average', () => {
    const random = createRandom(2);
    const before = Array.from({ length: 60 }, () => random.normal());
    const after = before.map((value, i) => value + (i % 2 === 0 ? 1 : -1));
    const { mean, interval } = pairedChange(before, after, random);
    expect(mean).toBeCloseTo(0, 10);
    expect(interval?.lower).toBeLessThan(0);
    expect(interval?.upper).toBeGreaterThan(0);
  });

  it('gives no interval for a handful of pairs, and refuses unpaired values', () => {
    expect(pairedChange([1, 2], [2, 3], createRandom(1)).interval).toBeNull();
    expect(() => pairedChange([1], [1, 2], createRandom(1))).toThrow('1 and 2 values');
  });
});
