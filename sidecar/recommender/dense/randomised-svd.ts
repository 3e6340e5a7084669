import type { Random } from '../../../shared/random.ts';
import { orthonormalise, symmetricEigen } from './linear-algebra.ts';
import { multiply, multiplyTransposed, type SparseMatrix } from './sparse-matrix.ts';
import { createVectorMatrix, type VectorMatrix } from './vector-matrix.ts';

export interface RightSingularVectors {
  /** Row-major `columnCount` x `rank`. */
  readonly vectors: Float32Array;
  /** Descending. */
  readonly values: Float64Array;
  readonly rank: number;
}

const oversampling = 16;
const powerIterations = 2;

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
  if (width === 0) return { vectors: new Float32Array(), values: new Float64Array(), rank: 0 };
  const kept = Math.min(rank, width);
  const start = Float64Array.from({ length: a.columnCount * width }, () => random.normal());
  let left = multiply(a, start, width);
  for (let iteration = 0; iteration < powerIterations; iteration += 1) {
    signal?.throwIfAborted();
    // Rows are fewer than columns here, so only the left side is made orthonormal.
    orthonormalise(left, width);
    left = multiply(a, multiplyTransposed(a, left, width), width);
  }
  signal?.throwIfAborted();
  orthonormalise(left, width);
  // With Q = left: A' Q = V S W', where W holds the eigenvectors of its Gram matrix. What is left needs single precision.
  const right = multiplyTransposed(a, left, width);
  const { values, vectors } = symmetricEigen(gramSingle(right, width), width);
  const singular = values.slice(0, kept).map((value) => Math.sqrt(Math.max(0, value)));
  const columns = Array.from({ length: kept }, (_, k) =>
    Float32Array.from({ length: width }, (_, i) => (vectors[i * width + k] ?? 0) * inverse(singular[k] ?? 0)),
  );
  return { vectors: interleave(rowsOf(right, width).product(columns)), values: singular, rank: kept };
}

/** Directions without weight stay zero instead of becoming noise. */
function inverse(value: number): number {
  return value > 1e-6 ? 1 / value : 0;
}

function rowsOf(x: Float64Array, width: number): VectorMatrix {
  const matrix = createVectorMatrix(x.length / width, width);
  for (let row = 0; row < matrix.rows; row += 1) {
    matrix.set(row, Float32Array.from(x.subarray(row * width, (row + 1) * width)));
  }
  return matrix;
}

/** `X' X` in single precision. */
function gramSingle(x: Float64Array, width: number): Float64Array {
  const height = x.length / width;
  const columns = Array.from({ length: width }, (_, k) =>
    Float32Array.from({ length: height }, (_, i) => x[i * width + k] ?? 0),
  );
  const matrix = createVectorMatrix(width, height);
  columns.forEach((column, k) => {
    matrix.set(k, column);
  });
  return Float64Array.from(interleave(matrix.product(columns)));
}

/** Columns side by side as one row-major matrix. */
function interleave(columns: readonly Float32Array[]): Float32Array {
  const height = columns[0]?.length ?? 0;
  const result = new Float32Array(height * columns.length);
  columns.forEach((column, k) => {
    for (let i = 0; i < height; i += 1) result[i * columns.length + k] = column[i] ?? 0;
  });
  return result;
}
