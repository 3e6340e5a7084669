import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { createVectorMatrix } from './vector-matrix.ts';

function randomVectors(count: number, dimensions: number, seed: number): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Float32Array.from({ length: dimensions }, () => random.normal()),
  );
}

function filled(vectors: readonly Float32Array[], dimensions: number) {
  const matrix = createVectorMatrix(vectors.length, dimensions);
  vectors.forEach((vector, i) => {
    matrix.set(i, vector);
  });
  return matrix;
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe('createVectorMatrix', () => {
  test('gives the inner products of any number of rows and queries of any length', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 1, max: 70 }),
        fc.integer(),
        (rows, queries, dimensions, seed) => {
          const left = randomVectors(rows, dimensions, seed);
          const right = randomVectors(queries, dimensions, seed + 1);
          const products = filled(left, dimensions).product(right);
          expect(products).toHaveLength(queries);
          products.forEach((column, q) => {
            expect(column).toHaveLength(rows);
            column.forEach((value, r) => {
              expect(value).toBeCloseTo(dot(left[r]!, right[q]!), 3);
            });
          });
        },
      ),
    );
  });

  test('a query gets the same bits alone and among others, in any slab', () => {
    const vectors = randomVectors(2500, 48, 1);
    const queries = randomVectors(7, 48, 2);
    const matrix = filled(vectors, 48);
    expect(queries.map((query) => matrix.product([query])[0])).toEqual(matrix.product(queries));
  });

  test('rows stay readable after the memory has grown', () => {
    const [vector = new Float32Array()] = randomVectors(1, 300, 3);
    const matrix = filled([vector], 300);
    matrix.product(randomVectors(500, 300, 4));
    expect(matrix.row(0)).toEqual(vector);
  });

  test('says what to do when the vectors do not fit', () => {
    expect(() => createVectorMatrix(10_000_000, 384)).toThrow(/fewer dimensions or PostgreSQL/);
  });
});
