import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { chooseDepth } from './depth.ts';
import { diversityMatchRate, isMatch, nullMatchRate, reachableShareClosed } from './diversity-match-rate.ts';
import { rankWeights } from './list-weights.ts';
import { powerToDetectFall } from './power.ts';

describe('diversity match rate', () => {
  it('matches within .05 for each group and pools the small ones', () => {
    const counts = Float64Array.from([60, 34, 3, 3]);
    expect(isMatch(Float64Array.from([0.05, -0.05, 0, 0]), counts)).toBe(true);
    expect(isMatch(Float64Array.from([0.06, -0.06, 0, 0]), counts)).toBe(false);
    expect(isMatch(Float64Array.from([0, 0, 0.08, -0.08]), counts)).toBe(true);
    expect(isMatch(Float64Array.from([-0.03, -0.03, 0.03, 0.03]), counts)).toBe(false);
  });

  it('counts postings', () => {
    const labels = { codes: Int16Array.from([0, 1]), groupCount: 2 };
    const even = { members: [0, 1], weights: Float64Array.from([0.5, 0.5]) };
    const skewed = { members: [0, 1], weights: Float64Array.from([0.9, 0.1]) };
    expect(diversityMatchRate([even, skewed, even, even], labels)).toBe(0.75);
  });

  it('estimates the null rate of a case that can be enumerated', () => {
    // One person of four carries all the weight: the gap is .75 or .25, never a match; without weight it always is.
    expect(nullMatchRate(Float64Array.from([1, 0, 0, 0]), Float64Array.from([1, 3]), createRandom(1))).toBe(
      0,
    );
    // Two of four places: shares 0, 1/2, 1 with probabilities 1/6, 4/6, 1/6 when the groups are equal.
    const rate = nullMatchRate(
      Float64Array.from([0.5, 0.5, 0, 0]),
      Float64Array.from([2, 2]),
      createRandom(1),
      20_000,
    );
    expect(rate).toBeGreaterThan(4 / 6 - 0.015);
    expect(rate).toBeLessThan(4 / 6 + 0.015);
  });

  it('reports the reachable share only where something was left', () => {
    expect(reachableShareClosed(0.5, 0.7, 0.9)).toBeCloseTo(0.5, 12);
    expect(reachableShareClosed(0.88, 0.9, 0.9)).toBeUndefined();
  });
});

describe('depth', () => {
  it('is the smallest that chance can match, or none', () => {
    expect(chooseDepth(Float64Array.from([60, 59]), createRandom(1))).toBeUndefined();
    const small = chooseDepth(Float64Array.from([475, 25]), createRandom(1))!;
    const even = chooseDepth(Float64Array.from([1000, 1000]), createRandom(1))!;
    expect(small.depth).toBe(50);
    expect(even.depth).toBeGreaterThan(50);
    for (const { depth, nullMatchRate: rate } of [small, even]) {
      expect(rate).toBeGreaterThanOrEqual(0.8);
      expect(depth).toBeLessThanOrEqual(0.4 * 2000);
    }
    const shallower = nullMatchRate(
      rankWeights(2000, even.depth / 2),
      Float64Array.from([1000, 1000]),
      createRandom(1),
    );
    expect(shallower).toBeLessThan(0.8);
  });
});

describe('power', () => {
  it('grows with the effect and is the level when there is none', () => {
    expect(powerToDetectFall(0, 0.01)).toBeCloseTo(0.025, 4);
    expect(powerToDetectFall(0.01, 0.0064 / 1.959964)).toBeCloseTo(0.5, 4);
    expect(powerToDetectFall(0.01, 0.001)).toBeGreaterThan(0.99);
    expect(powerToDetectFall(-0.01, 0)).toBe(0.025);
  });
});
