import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageRanks, topPositions } from './ranking.ts';

const scores = fc
  .array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 60 })
  .map((values) => Float32Array.from(values));

describe('averageRanks', () => {
  test('equal scores share the mean of their ranks', () => {
    expect([...averageRanks(Float32Array.of(1, 3, 1, -2, 1, 3))]).toEqual([4, 1.5, 4, 6, 4, 1.5]);
    expect([...averageRanks(Float32Array.of(0, -0))]).toEqual([1.5, 1.5]);
  });

  test('ranks say how many are better', () => {
    fc.assert(
      fc.property(scores, (values) => {
        averageRanks(values).forEach((rank, i) => {
          const better = values.filter((value) => value > values[i]!).length;
          const equal = values.filter((value) => value === values[i]).length;
          expect(rank).toBe(better + (equal + 1) / 2);
        });
      }),
    );
  });
});

describe('topPositions', () => {
  test('gives the best first, ties by id', () => {
    expect(topPositions(Float32Array.of(1, 3, 1, 2), 3, ['d', 'c', 'a', 'b'])).toEqual([1, 3, 2]);
  });

  test('equals a full sort', () => {
    fc.assert(
      fc.property(scores, fc.nat(70), (values, k) => {
        const ids = [...values.keys()].map((i) => String(i).padStart(3, '0'));
        const sorted = [...values.keys()].sort((a, b) => values[b]! - values[a]! || a - b).slice(0, k);
        expect(topPositions(values, k, ids)).toEqual(sorted);
      }),
    );
  });
});
