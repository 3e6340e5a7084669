import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { gram, multiplySquare, orthonormalise, symmetricEigen } from './linear-algebra.ts';

const random = createRandom(11);
const matrixOf = (size: number) => Float64Array.from({ length: size }, () => random.normal());

describe('orthonormalise', () => {
  test('leaves orthonormal columns that span the same space', () => {
    const width = 6;
    const x = matrixOf(40 * width);
    const before = x.slice();
    orthonormalise(x, width);
    gram(x, width).forEach((value, i) => {
      expect(value).toBeCloseTo(i % (width + 1) === 0 ? 1 : 0, 10);
    });
    // Projecting the old columns on the new ones loses nothing.
    const lengths = (m: Float64Array) => gram(m, width).filter((_, i) => i % (width + 1) === 0);
    const inBasis = new Float64Array(width * width);
    for (let row = 0; row < 40; row += 1) {
      for (let i = 0; i < width; i += 1) {
        for (let j = 0; j < width; j += 1) {
          inBasis[i * width + j]! += x[row * width + i]! * before[row * width + j]!;
        }
      }
    }
    lengths(inBasis).forEach((value, i) => {
      expect(value).toBeCloseTo(lengths(before)[i]!, 9);
    });
  });
});

describe('symmetricEigen', () => {
  test('gives A v = lambda v, eigenvalues falling', () => {
    const width = 9;
    const a = gram(matrixOf(20 * width), width);
    const { values, vectors } = symmetricEigen(a, width);
    expect([...values]).toEqual([...values].sort((x, y) => y - x));
    multiplySquare(a, vectors, width).forEach((value, i) => {
      expect(value).toBeCloseTo((vectors[i] ?? 0) * (values[i % width] ?? 0), 9);
    });
  });

  test('a diagonal matrix keeps its values', () => {
    expect([...symmetricEigen(Float64Array.from([2, 0, 0, 5]), 2).values]).toEqual([5, 2]);
  });
});
