/**
 * Model files of the llama family store the rows of the query and key matrices so that neighbouring values rotate
 * together; our graph rotates halves. Row `2j + p` of a head in the file is row `p · half + j` in the graph.
 * @param rows matrix of shape [heads · headSize, columns], or a bias with one column.
 */
export function toHalves(rows: Float32Array, headSize: number, columns: number): Float32Array {
  return permuteRows(rows, headSize, columns, (row, half) => (row % 2) * half + Math.floor(row / 2));
}

/** The reverse of `toHalves`. */
export function toInterleaved(rows: Float32Array, headSize: number, columns: number): Float32Array {
  return permuteRows(rows, headSize, columns, (row, half) => (row % half) * 2 + Math.floor(row / half));
}

function permuteRows(
  rows: Float32Array,
  headSize: number,
  columns: number,
  destination: (row: number, half: number) => number,
): Float32Array {
  const out = new Float32Array(rows.length);
  const half = headSize / 2;
  for (let row = 0; row < rows.length / columns; row += 1) {
    const head = row - (row % headSize);
    const to = head + destination(row % headSize, half);
    out.set(rows.subarray(row * columns, (row + 1) * columns), to * columns);
  }
  return out;
}
