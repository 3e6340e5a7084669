/** A sparse matrix in compressed rows: row i holds `columns` and `values` from `offsets[i]` to `offsets[i + 1]`. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columnCount: number;
  readonly offsets: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Builds the matrix from its rows, each a list of distinct columns with their values. */
export function sparseMatrix(
  rows: readonly (readonly (readonly [number, number])[])[],
  columnCount: number,
): SparseMatrix {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const offsets = new Uint32Array(rows.length + 1);
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  rows.forEach((row, i) => {
    for (const [column, value] of row) {
      columns[at] = column;
      values[at] = value;
      at += 1;
    }
    offsets[i + 1] = at;
  });
  return { rows: rows.length, columnCount, offsets, columns, values };
}

/** `A X` for a row-major dense X of `columnCount` x `width`. */
export function multiply(a: SparseMatrix, x: Float64Array, width: number): Float64Array {
  const result = new Float64Array(a.rows * width);
  forEachEntry(a, (row, column, value) => addScaled(result, row * width, x, column * width, value, width));
  return result;
}

/** `A' X` for a row-major dense X of `rows` x `width`. */
export function multiplyTransposed(a: SparseMatrix, x: Float64Array, width: number): Float64Array {
  const result = new Float64Array(a.columnCount * width);
  forEachEntry(a, (row, column, value) => addScaled(result, column * width, x, row * width, value, width));
  return result;
}

function forEachEntry(a: SparseMatrix, visit: (row: number, column: number, value: number) => void): void {
  for (let row = 0; row < a.rows; row += 1) {
    const stop = a.offsets[row + 1] ?? 0;
    for (let at = a.offsets[row] ?? 0; at < stop; at += 1) visit(row, a.columns[at] ?? 0, a.values[at] ?? 0);
  }
}

function addScaled(
  target: Float64Array,
  targetStart: number,
  source: Float64Array,
  sourceStart: number,
  scale: number,
  width: number,
): void {
  for (let k = 0; k < width; k += 1) {
    target[targetStart + k] = (target[targetStart + k] ?? 0) + scale * (source[sourceStart + k] ?? 0);
  }
}
