/**
 * Ranks of scores, 1 for the highest; equal scores share the mean of their ranks, so that the order of the pool never
 * decides.
 */
export function averageRanks(scores: Float32Array): Float64Array {
  const order = descending(scores);
  const ranks = new Float64Array(scores.length);
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0];
    let stop = start + 1;
    while (stop < order.length && scores[order[stop] ?? 0] === score) stop += 1;
    for (let at = start; at < stop; at += 1) ranks[order[at] ?? 0] = (start + 1 + stop) / 2;
    start = stop;
  }
  return ranks;
}

/** Positions of the `k` highest scores, best first; ties go by `ids`, so that the order of the pool never decides. */
export function topPositions(scores: Float32Array, k: number, ids: readonly string[]): number[] {
  const wanted = Math.min(k, scores.length);
  if (wanted === 0) return [];
  const threshold = nthHighest(scores, wanted);
  const found: number[] = [];
  for (let i = 0; i < scores.length; i += 1) if ((scores[i] ?? 0) >= threshold) found.push(i);
  found.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  return found.slice(0, wanted);
}

/** The n-th highest score by a heap of the n best seen so far: one pass, no copy of the pool. */
function nthHighest(scores: Float32Array, n: number): number {
  const heap = scores.slice(0, n).sort();
  for (let i = n; i < scores.length; i += 1) {
    const score = scores[i] ?? 0;
    if (score > (heap[0] ?? 0)) sink(heap, score);
  }
  return heap[0] ?? 0;
}

/** Replaces the smallest element of a min-heap. A sorted array is one to begin with. */
function sink(heap: Float32Array, score: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    if ((heap[child] ?? 0) >= score) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = score;
}

const digits = { bits: 11, count: 3, values: 2 ** 11 } as const;

/** Positions by falling score: a radix sort of the scores' bits, lowest digit first, which is stable and linear. */
function descending(scores: Float32Array): Uint32Array {
  const keys = fallingKeys(scores);
  let order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i += 1) order[i] = i;
  let next = new Uint32Array(keys.length);
  const starts = new Uint32Array(digits.values);
  const mask = digits.values - 1;
  for (let digit = 0; digit < digits.count; digit += 1) {
    const shift = digit * digits.bits;
    starts.fill(0);
    for (let i = 0; i < keys.length; i += 1) {
      const value = ((keys[i] ?? 0) >>> shift) & mask;
      starts[value] = (starts[value] ?? 0) + 1;
    }
    let sum = 0;
    for (let value = 0; value < digits.values; value += 1) {
      const count = starts[value] ?? 0;
      starts[value] = sum;
      sum += count;
    }
    for (let i = 0; i < order.length; i += 1) {
      const position = order[i] ?? 0;
      const value = ((keys[position] ?? 0) >>> shift) & mask;
      const place = starts[value] ?? 0;
      next[place] = position;
      starts[value] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

const negativeZero = 0x80000000;

/** Unsigned integers that rise as the scores fall; both zeros have one key. */
function fallingKeys(scores: Float32Array): Uint32Array {
  const keys = new Uint32Array(scores.slice().buffer);
  for (let i = 0; i < keys.length; i += 1) {
    const bits = keys[i] === negativeZero ? 0 : (keys[i] ?? 0);
    keys[i] = bits >>> 31 ? bits : ~(bits | 0x80000000);
  }
  return keys;
}
