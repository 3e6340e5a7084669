import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { excessGap, squaredExcessGap } from './excess-gap.ts';
import { listWeights, rankWeights } from './list-weights.ts';
import { nullVariances } from './null-variance.ts';
import { groupCounts, meanSignedGaps, signedGaps, totalVariation } from './signed-gap.ts';

/** Every distinct way to give the labels to the places. */
function labellings(labels: readonly number[]): number[][] {
  if (labels.length === 0) return [[]];
  return [...new Set(labels)].flatMap((label) => {
    const rest = labels.slice();
    rest.splice(rest.indexOf(label), 1);
    return labellings(rest).map((tail) => [label, ...tail]);
  });
}

const members = [0, 1, 2, 3, 4, 5, 6];
const weights = listWeights([9, 4, 4, 3, 2, 1, 0], members, rankWeights(7, 2));
const everyLabelling = labellings([0, 0, 0, 1, 1, 2, 2]).map((codes) => ({
  codes: Int16Array.from(codes),
  groupCount: 3,
}));

describe('closed forms against every labelling of a small pool', () => {
  it('has signed gaps of mean zero and of the stated variance', () => {
    const counts = groupCounts(members, everyLabelling[0]!);
    const variances = nullVariances(weights, counts);
    for (const group of [0, 1, 2]) {
      const gaps = everyLabelling.map((labels) => signedGaps({ members, weights }, labels)[group]!);
      const mean = gaps.reduce((a, b) => a + b) / gaps.length;
      const variance = gaps.reduce((a, b) => a + b * b, 0) / gaps.length;
      expect(mean).toBeCloseTo(0, 12);
      expect(variance).toBeCloseTo(variances[group]!, 12);
    }
  });

  it('has a squared excess gap of mean zero, over postings that share candidates', () => {
    const other = listWeights([0, 1, 5, 3, 8, 1, 2], members, rankWeights(7, 3));
    const lists = [
      { members, weights },
      { members, weights: other },
    ];
    const values = everyLabelling.map((labels) => squaredExcessGap(lists, labels));
    expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(0, 12);
    expect(Math.min(...values)).toBeLessThan(0);
  });
});

describe('gaps', () => {
  const labels = { codes: Int16Array.from([0, 0, 1, 1]), groupCount: 2 };
  const list = { members: [0, 1, 2, 3], weights: Float64Array.from([0.5, 0.3, 0.2, 0]) };

  it('measures a list by hand', () => {
    const gaps = signedGaps(list, labels);
    expect(gaps[0]).toBeCloseTo(0.3, 12);
    expect(gaps[1]).toBeCloseTo(-0.3, 12);
    expect(totalVariation(gaps)).toBeCloseTo(0.3, 12);
    expect(meanSignedGaps([list, list], labels)[0]).toBeCloseTo(0.3, 12);
    const variance = ((0.25 * 4) / 3) * (0.38 - 0.25);
    expect(excessGap([list], labels)).toBeCloseTo(Math.sqrt(0.09 - variance), 12);
  });

  it('is zero for a list that weighs everyone alike', () => {
    const even = { members: [0, 1, 2, 3], weights: new Float64Array(4).fill(0.25) };
    expect(excessGap([even], labels)).toBe(0);
    expect(squaredExcessGap([], labels)).toBe(0);
  });

  it('finds a planted gap of the right size in a large pool', () => {
    const random = createRandom(3);
    const codes = Int16Array.from({ length: 4000 }, () => random.integer(2));
    const scores = Float64Array.from(codes, (code) => random.normal() + 0.5 * code);
    const everyone = Array.from(codes.keys());
    const large = { members: everyone, weights: listWeights(scores, everyone, rankWeights(4000, 400)) };
    const gap = signedGaps(large, { codes, groupCount: 2 })[1]!;
    expect(excessGap([large], { codes, groupCount: 2 })).toBeCloseTo(gap, 2);
  });
});
