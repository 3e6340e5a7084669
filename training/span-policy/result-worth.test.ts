import { describe, expect, it } from 'vitest';
import type { RewardParts } from '../reward.ts';
import { originalExcessGaps, resultWorth } from './result-worth.ts';

const parts = (squared: Readonly<Record<string, number>>, relevance = 0.9, edits = 0): RewardParts => ({
  reward: 0,
  gap: 0,
  attributes: Object.entries(squared).map(([attribute, squaredExcess]) => ({
    attribute,
    signed: new Float64Array(2),
    beyondChance: 0,
    squaredExcess,
  })),
  relevance,
  edits,
});

describe('what a rewrite is worth to the result', () => {
  const originals = [0.012, 0.02, 0.004, 0.01].map((gender) => parts({ gender }));
  const gaps = originalExcessGaps(originals);

  it('the excess gap of the originals is the root of the mean of the squares', () => {
    expect(gaps.get('gender')).toBeCloseTo(Math.sqrt(0.0115), 12);
    expect(originalExcessGaps([parts({ gender: -0.01 })]).get('gender')).toBe(0);
  });

  it('small changes add up to the change of the excess gap over all postings', () => {
    const step = 1e-7;
    const worth = originals.map((original, i) => {
      const squared = original.attributes[0]!.squaredExcess - step * (i + 1);
      return resultWorth(parts({ gender: squared }), original, gaps) - resultWorth(original, original, gaps);
    });
    const after = originalExcessGaps(
      originals.map((one, i) => parts({ gender: one.attributes[0]!.squaredExcess - step * (i + 1) })),
    );
    const change = (gaps.get('gender') ?? 0) - (after.get('gender') ?? 0);
    expect(worth.reduce((sum, value) => sum + value, 0) / originals.length / change).toBeCloseTo(1, 4);
  });

  it('has no dead zone: a gap within chance still counts', () => {
    const original = parts({ gender: -0.001 });
    expect(resultWorth(parts({ gender: -0.002 }), original, gaps)).toBeGreaterThan(
      resultWorth(original, original, gaps),
    );
  });

  it('has the prices of the reward', () => {
    const original = parts({ gender: 0.01 });
    const kept = resultWorth(original, original, gaps);
    expect(resultWorth(parts({ gender: 0.01 }, 0.8, 2), original, gaps)).toBeCloseTo(kept - 0.05 - 0.006, 12);
  });

  it('a gain on one attribute is not bought with a loss on another', () => {
    const original = parts({ gender: 0.02, region: 0.002 });
    const both = originalExcessGaps([original]);
    const traded = parts({ gender: 0.005, region: 0.008 });
    expect(resultWorth(traded, original, both)).toBeLessThan(resultWorth(original, original, both));
  });
});
