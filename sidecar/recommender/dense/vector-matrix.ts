/** The vectors of a pool, one row a candidate, and their products with query vectors. */
export interface VectorMatrix {
  readonly rows: number;
  readonly dimensions: number;
  set(row: number, vector: Float32Array): void;
  /** Inner products of every row with each query, aligned with the rows. */
  product(queries: readonly Float32Array[]): Float32Array[];
}

/** A matrix in one typed array. */
export function createVectorMatrix(rows: number, dimensions: number): VectorMatrix {
  const values = new Float32Array(rows * dimensions);
  return {
    rows,
    dimensions,
    set(row, vector) {
      values.set(vector, row * dimensions);
    },
    product(queries) {
      return queries.map((query) => {
        const scores = new Float32Array(rows);
        for (let row = 0; row < rows; row += 1) {
          const start = row * dimensions;
          let sum = 0;
          for (let k = 0; k < dimensions; k += 1) sum += (values[start + k] ?? 0) * (query[k] ?? 0);
          scores[row] = sum;
        }
        return scores;
      });
    },
  };
}
