import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { fitPairwise } from './pairwise-logistic.ts';

/** Differences of pairs that follow a known rule, with the noise of a logistic choice. */
function planted(weights: readonly number[], count: number) {
  const random = createRandom(4);
  const differences = new Float32Array(count * weights.length);
  for (let i = 0; i < count; i += 1) {
    const row = weights.map(() => random.normal());
    const margin = row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
    const sign = random.next() < 1 / (1 + Math.exp(-margin)) ? 1 : -1;
    differences.set(
      row.map((value) => sign * value),
      i * weights.length,
    );
  }
  return { differences, width: weights.length };
}

describe('fitPairwise', () => {
  test('finds the weights by which the choices were made', () => {
    const weights = fitPairwise(planted([2, -1, 0], 8000), { prior: new Float64Array(3), ridge: 1e-3 });
    expect(weights[0]).toBeCloseTo(2, 0);
    expect(weights[1]).toBeCloseTo(-1, 0);
    expect(Math.abs(weights[2] ?? 1)).toBeLessThan(0.1);
  });

  test('ends where the gradient vanishes', () => {
    const pairs = planted([1, 0.5], 300);
    const prior = Float64Array.of(0.3, 0.1);
    const ridge = 0.05;
    const weights = fitPairwise(pairs, { prior, ridge });
    for (let k = 0; k < 2; k += 1) {
      let gradient = ridge * ((weights[k] ?? 0) - (prior[k] ?? 0));
      for (let i = 0; i < 300; i += 1) {
        const row = pairs.differences.subarray(2 * i, 2 * i + 2);
        const margin = row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
        gradient -= (row[k] ?? 0) / (1 + Math.exp(margin)) / 300;
      }
      expect(Math.abs(gradient)).toBeLessThan(1e-8);
    }
  });

  test('without pairs nothing is learned', () => {
    const prior = Float64Array.of(1, 2);
    expect(fitPairwise({ differences: new Float32Array(), width: 2 }, { prior, ridge: 0.1 })).toEqual(prior);
  });
});
