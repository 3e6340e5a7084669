import { createTile, stepFloats, tileQueries, tileRows } from './simd-tile.ts';

/** The vectors of a pool, one row a candidate, and their products with query vectors. */
export interface VectorMatrix {
  readonly rows: number;
  readonly dimensions: number;
  /** Row i as it lies in the matrix. */
  row(row: number): Float32Array;
  set(row: number, vector: Float32Array): void;
  /** Every row at once, one behind the other. */
  setAll(vectors: Float32Array): void;
  /** Inner products of every row with each query, aligned with the rows; one pass over the rows for all queries. */
  product(queries: readonly Float32Array[]): Float32Array[];
}

/** Rows whose products are gathered before they are handed out: few enough to stay in the cache. */
const slabRows = 1024;
const pageBytes = 65_536;
const mostPages = 65_536;

const roundUp = (value: number, step: number) => Math.ceil(value / step) * step;

/**
 * A matrix in one WebAssembly memory, multiplied tile by tile in SIMD.
 * @throws RangeError when the rows need more than 4 GiB.
 */
export function createVectorMatrix(rows: number, dimensions: number): VectorMatrix {
  const stride = roundUp(Math.max(1, dimensions), stepFloats);
  const rowFloats = roundUp(rows, tileRows) * stride;
  const pagesFor = (floats: number) => Math.ceil((4 * floats) / pageBytes);
  if (pagesFor(rowFloats) >= mostPages) {
    throw new RangeError(
      `${rows} vectors of ${dimensions} need more than 4 GiB; take fewer dimensions or PostgreSQL`,
    );
  }
  const memory = new WebAssembly.Memory({ initial: pagesFor(rowFloats) + 1 });
  const tile = createTile(memory);

  const multiplySlab = (first: number, last: number, queryCount: number, outFloat: number) => {
    for (let row = first; row < last; row += tileRows) {
      for (let query = 0; query < queryCount; query += tileQueries) {
        const out = outFloat + query * slabRows + (row - first);
        tile(4 * row * stride, 4 * stride, 4 * (rowFloats + query * stride), 4 * out, 4 * slabRows);
      }
    }
  };

  const rowAt = (row: number) => new Float32Array(memory.buffer, 4 * row * stride, dimensions);

  return {
    rows,
    dimensions,
    row: rowAt,
    set(row, vector) {
      rowAt(row).set(vector);
    },
    setAll(vectors) {
      // Without padding between the rows they are one piece.
      if (stride === dimensions) new Float32Array(memory.buffer, 0, rows * stride).set(vectors);
      else {
        for (let row = 0; row < rows; row += 1) {
          rowAt(row).set(vectors.subarray(row * dimensions, (row + 1) * dimensions));
        }
      }
    },
    product(queries) {
      const queryCount = roundUp(queries.length, tileQueries);
      const outFloat = rowFloats + queryCount * stride;
      const missing = pagesFor(outFloat + queryCount * slabRows) - memory.buffer.byteLength / pageBytes;
      if (missing > 0) memory.grow(missing);
      const floats = new Float32Array(memory.buffer);
      floats.fill(0, rowFloats, outFloat);
      queries.forEach((query, i) => {
        floats.set(query, rowFloats + i * stride);
      });
      const results = queries.map(() => new Float32Array(rows));
      for (let first = 0; first < rows; first += slabRows) {
        const last = Math.min(first + slabRows, rows);
        multiplySlab(first, last, queryCount, outFloat);
        results.forEach((result, i) => {
          const from = outFloat + i * slabRows;
          result.set(floats.subarray(from, from + last - first), first);
        });
      }
      return results;
    },
  };
}
