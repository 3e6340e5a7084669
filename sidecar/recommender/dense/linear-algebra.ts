/** Small dense linear algebra on row-major Float64Arrays. */

/** `X' X` of a row-major X with `width` columns: a symmetric `width` x `width` matrix. */
export function gram(x: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let start = 0; start < x.length; start += width) {
    for (let i = 0; i < width; i += 1) {
      const left = x[start + i] ?? 0;
      if (left === 0) continue;
      const row = i * width;
      for (let j = i; j < width; j += 1)
        result[row + j] = (result[row + j] ?? 0) + left * (x[start + j] ?? 0);
    }
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) result[i * width + j] = result[j * width + i] ?? 0;
  }
  return result;
}

/** `X M` for a row-major X with `width` columns and a square M. Four rows of M at a time, to touch the sums less often. */
export function multiplySquare(x: Float64Array, m: Float64Array, width: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let start = 0; start < x.length; start += width) {
    for (let i = 0; i < width; i += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = x.subarray(start + i, start + Math.min(i + 4, width));
      const row = i * width;
      for (let j = 0; j < width; j += 1) {
        const at = row + j;
        result[start + j] =
          (result[start + j] ?? 0) +
          a * (m[at] ?? 0) +
          b * (m[at + width] ?? 0) +
          c * (m[at + 2 * width] ?? 0) +
          d * (m[at + 3 * width] ?? 0);
      }
    }
  }
  return result;
}

/** Makes the columns of X orthonormal in place: Cholesky QR, X <- X R^-1 with R'R = X'X. */
export function orthonormalise(x: Float64Array, width: number): void {
  x.set(multiplySquare(x, invertUpper(cholesky(gram(x, width), width), width), width));
}

/** Upper triangular R with R'R = A. Directions without weight are given a tiny one, so that they vanish later. */
function cholesky(a: Float64Array, width: number): Float64Array {
  const r = new Float64Array(width * width);
  const trace = a.reduce((sum, value, i) => (i % (width + 1) === 0 ? sum + value : sum), 0);
  const floor = Math.max(trace / width, Number.MIN_VALUE) * 1e-14;
  for (let i = 0; i < width; i += 1) {
    for (let j = i; j < width; j += 1) {
      let sum = a[i * width + j] ?? 0;
      for (let k = 0; k < i; k += 1) sum -= (r[k * width + i] ?? 0) * (r[k * width + j] ?? 0);
      r[i * width + j] = i === j ? Math.sqrt(Math.max(sum, floor)) : sum / (r[i * width + i] ?? 1);
    }
  }
  return r;
}

function invertUpper(r: Float64Array, width: number): Float64Array {
  const inverse = new Float64Array(width * width);
  for (let j = 0; j < width; j += 1) {
    inverse[j * width + j] = 1 / (r[j * width + j] ?? 1);
    for (let i = j - 1; i >= 0; i -= 1) {
      let sum = 0;
      for (let k = i + 1; k <= j; k += 1) sum += (r[i * width + k] ?? 0) * (inverse[k * width + j] ?? 0);
      inverse[i * width + j] = -sum / (r[i * width + i] ?? 1);
    }
  }
  return inverse;
}

/**
 * Eigenvalues, descending, and eigenvectors (columns) of a symmetric matrix, by cyclic Jacobi rotations.
 * Source: Golub and Van Loan, Matrix Computations, 8.5.
 */
export function symmetricEigen(
  matrix: Float64Array,
  width: number,
): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  const v = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) v[i * width + i] = 1;
  const at = (i: number, j: number) => a[i * width + j] ?? 0;
  const total = a.reduce((sum, value) => sum + value * value, 0);

  for (let sweep = 0; sweep < 30; sweep += 1) {
    let off = 0;
    for (let i = 0; i < width; i += 1) for (let j = i + 1; j < width; j += 1) off += at(i, j) ** 2;
    if (off <= 1e-22 * total) break;
    for (let p = 0; p < width; p += 1) {
      for (let q = p + 1; q < width; q += 1) {
        const apq = at(p, q);
        if (Math.abs(apq) < 1e-300) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * apq);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        rotateRows(a, p * width, q * width, c, t * c, width);
        rotateColumns(a, p, q, c, t * c, width);
        rotateRows(v, p * width, q * width, c, t * c, width);
      }
    }
  }

  const order = Array.from({ length: width }, (_, i) => i).sort((i, j) => at(j, j) - at(i, i));
  const values = Float64Array.from(order, (i) => at(i, i));
  const vectors = new Float64Array(width * width);
  order.forEach((from, to) => {
    for (let k = 0; k < width; k += 1) vectors[k * width + to] = v[from * width + k] ?? 0;
  });
  return { values, vectors };
}

function rotateRows(a: Float64Array, p: number, q: number, c: number, s: number, width: number): void {
  for (let k = 0; k < width; k += 1) {
    const x = a[p + k] ?? 0;
    const y = a[q + k] ?? 0;
    a[p + k] = c * x - s * y;
    a[q + k] = s * x + c * y;
  }
}

function rotateColumns(a: Float64Array, p: number, q: number, c: number, s: number, width: number): void {
  for (let row = 0; row < a.length; row += width) {
    const x = a[row + p] ?? 0;
    const y = a[row + q] ?? 0;
    a[row + p] = c * x - s * y;
    a[row + q] = s * x + c * y;
  }
}
