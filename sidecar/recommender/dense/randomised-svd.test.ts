import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { rightSingularVectors } from './randomised-svd.ts';
import { sparseMatrix } from './sparse-matrix.ts';

/** A matrix with known singular values: rows are scaled unit vectors of a rotated plane. */
const planted = sparseMatrix(
  [
    [
      [0, 6],
      [1, 8],
    ],
    [
      [0, -4],
      [1, 3],
    ],
    [[2, 2]],
    [[3, 1]],
  ],
  4,
);

describe('rightSingularVectors', () => {
  test('finds the planted values and directions', () => {
    const { values, vectors, rank } = rightSingularVectors(planted, 3, createRandom(1));
    expect(rank).toBe(3);
    expect([...values].map((value) => Math.round(value * 1000) / 1000)).toEqual([10, 5, 2]);
    const first = [0, 1, 2, 3].map((row) => Math.abs(vectors[row * rank] ?? 0));
    [0.6, 0.8, 0, 0].forEach((value, row) => {
      expect(first[row]).toBeCloseTo(value, 4);
    });
  });

  test('the same seed gives the same bits', () => {
    const run = () => rightSingularVectors(planted, 3, createRandom(2)).vectors;
    expect(run()).toEqual(run());
  });

  test('a rank above the size of the matrix gives what there is', () => {
    expect(rightSingularVectors(planted, 50, createRandom(1)).rank).toBe(4);
  });

  test('stops when aborted', () => {
    expect(() => rightSingularVectors(planted, 2, createRandom(1), AbortSignal.abort())).toThrow(/abort/i);
  });
});
