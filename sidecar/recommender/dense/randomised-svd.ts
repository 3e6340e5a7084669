import type { Random } from '../../../shared/random.ts';
import { gram, multiplyRight, orthonormalise, symmetricEigen } from './linear-algebra.ts';
import { multiply, multiplyTransposed, type SparseMatrix } from './sparse-matrix.ts';

export interface RightSingularVectors {
  /** Row-major `columnCount` x `rank`. */
  readonly vectors: Float64Array;
  /** Descending. */
  readonly values: Float64Array;
  readonly rank: number;
}

const oversampling = 16;
const powerIterations = 3;

/**
 * The leading right singular vectors of a sparse matrix by randomised subspace iteration.
 * Source: Halko, Martinsson, Tropp (2011), Finding structure with randomness, algorithms 4.4 and 5.1.
 * @param rank wanted number of vectors; fewer come back when the matrix is smaller.
 * @throws the signal's reason when aborted.
 */
export function rightSingularVectors(
  a: SparseMatrix,
  rank: number,
  random: Random,
  signal?: AbortSignal,
): RightSingularVectors {
  const width = Math.min(rank + oversampling, a.rows, a.columnCount);
  const kept = Math.min(rank, width);
  let basis: Float64Array = Float64Array.from({ length: a.columnCount * width }, () => random.normal());
  for (let iteration = 0; iteration < powerIterations; iteration += 1) {
    signal?.throwIfAborted();
    const left = multiply(a, basis, width);
    orthonormalise(left, width);
    signal?.throwIfAborted();
    basis = multiplyTransposed(a, left, width);
    orthonormalise(basis, width);
  }
  const { values, vectors } = symmetricEigen(gram(multiply(a, basis, width), width), width);
  multiplyRight(basis, vectors, width);
  const result = new Float64Array(a.columnCount * kept);
  for (let row = 0; row < a.columnCount; row += 1) {
    result.set(basis.subarray(row * width, row * width + kept), row * kept);
  }
  return {
    vectors: result,
    values: values.slice(0, kept).map((value) => Math.sqrt(Math.max(0, value))),
    rank: kept,
  };
}
