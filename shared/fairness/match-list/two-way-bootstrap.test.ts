import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { squaredExcessGap } from './excess-gap.ts';
import { listWeights, rankWeights } from './list-weights.ts';
import { resampledSquaredExcess, twoWayBootstrap } from './two-way-bootstrap.ts';

describe('two-way bootstrap', () => {
  it('covers a mean over two crossed samples', () => {
    let covered = 0;
    const worlds = 120;
    for (let seed = 0; seed < worlds; seed += 1) {
      const random = createRandom(seed);
      const rows = Float64Array.from({ length: 40 }, () => random.normal());
      const columns = Float64Array.from({ length: 60 }, () => random.normal());
      const interval = twoWayBootstrap(
        (drawn, times) => {
          const row = drawn.reduce((sum, i) => sum + (rows[i] ?? 0), 0) / drawn.length;
          const column = columns.reduce((sum, value, c) => sum + value * (times[c] ?? 0), 0) / columns.length;
          return row + column;
        },
        { postings: 40, candidates: 60, random, draws: 200 },
      )!;
      if (interval.lower <= 0 && 0 <= interval.upper) covered += 1;
    }
    expect(covered / worlds).toBeGreaterThan(0.87);
    expect(covered / worlds).toBeLessThanOrEqual(1);
  });

  it('measures the original list when everyone is drawn once', () => {
    const labels = { codes: Int16Array.from([0, 1, 1, 0, 1]), groupCount: 2 };
    const members = [0, 1, 2, 3, 4];
    const list = { members, weights: listWeights([5, 4, 3, 2, 1], members, rankWeights(5, 2)) };
    const once = new Float64Array(5).fill(1);
    expect(resampledSquaredExcess(list, labels, once)).toBeCloseTo(squaredExcessGap([list], labels), 12);
    expect(resampledSquaredExcess(list, labels, Float64Array.from([0, 0, 0, 0, 5]))).toBeUndefined();
  });

  it('gives no interval when most resamples say nothing', () => {
    const random = createRandom(1);
    expect(
      twoWayBootstrap(() => Number.NaN, { postings: 2, candidates: 2, random, draws: 10 }),
    ).toBeUndefined();
  });
});
