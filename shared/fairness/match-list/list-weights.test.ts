import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listWeights, rankWeights } from './list-weights.ts';

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('rankWeights', () => {
  it('is the normalised logistic of the design', () => {
    const raw = [1, 2, 3, 4].map((rank) => 1 / (1 + Math.exp((rank - 2 - 0.5) / 0.5)));
    const total = raw.reduce((a, b) => a + b);
    rankWeights(4, 2).forEach((weight, i) => {
      expect(weight).toBeCloseTo(raw[i]! / total, 12);
    });
  });

  it('names an impossible depth', () => {
    expect(() => rankWeights(10, 0)).toThrow('depth 0');
  });
});

describe('listWeights', () => {
  it('gives tied people the mean weight of their ranks', () => {
    const byRank = rankWeights(4, 2);
    const weights = listWeights([5, 7, 5, 1], [0, 1, 2, 3], byRank);
    expect(weights[1]).toBe(byRank[0]);
    expect(weights[0]).toBeCloseTo((byRank[1]! + byRank[2]!) / 2, 12);
    expect(weights[2]).toBe(weights[0]);
    expect(weights[3]).toBe(byRank[3]);
  });

  it('sums to one and changes by no flattening, rescaling or monotone bending of the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 60 }), (scores) => {
        const members = scores.map((_, i) => i);
        const byRank = rankWeights(scores.length, 5);
        const weights = listWeights(scores, members, byRank);
        expect(sum(weights)).toBeCloseTo(1, 9);
        for (const bend of [
          (x: number) => 1e-6 * x,
          (x: number) => 1000 * x - 3,
          Math.atan,
          (x: number) => x ** 3,
        ]) {
          expect(listWeights(scores.map(bend), members, byRank)).toEqual(weights);
        }
      }),
    );
  });

  it('refuses a score that is not a number', () => {
    expect(() => listWeights([1, Number.NaN], [0, 1], rankWeights(2, 1))).toThrow(
      'candidate 1 has score NaN',
    );
  });
});
