/** Rows of buckets one after another: a training pass reads them some hundred times. */
export interface Packed {
  readonly buckets: Uint16Array;
  /** Row `i` is `buckets[ends[i - 1] .. ends[i]]`. */
  readonly ends: Int32Array;
}

export function pack(rows: readonly Uint16Array[]): Packed {
  const ends = new Int32Array(rows.length);
  let length = 0;
  rows.forEach((row, index) => {
    length += row.length;
    ends[index] = length;
  });
  const buckets = new Uint16Array(length);
  rows.forEach((row, index) => {
    buckets.set(row, (ends[index] as number) - row.length);
  });
  return { buckets, ends };
}

/** Writes the sum of each row's weights and the bias into `into`. */
export function score(
  { buckets, ends }: Packed,
  weighted: Float64Array,
  bias: number,
  into: Float64Array,
): void {
  let at = 0;
  for (let row = 0; row < ends.length; row += 1) {
    let sum = bias;
    for (const end = ends[row] as number; at < end; at += 1) sum += weighted[buckets[at] as number] as number;
    into[row] = sum;
  }
}

/** Adds each row's slope to its buckets and returns the sum of slopes. */
export function spread({ buckets, ends }: Packed, slopes: Float64Array, gradient: Float64Array): number {
  let at = 0;
  let sum = 0;
  for (let row = 0; row < ends.length; row += 1) {
    const slope = slopes[row] as number;
    sum += slope;
    for (const end = ends[row] as number; at < end; at += 1) {
      (gradient[buckets[at] as number] as number) += slope;
    }
  }
  return sum;
}
