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

const floatBits = new DataView(new ArrayBuffer(4));

/** A float as an unsigned integer of the same order. */
function orderedBits(value: number): number {
  floatBits.setFloat32(0, value);
  const bits = floatBits.getUint32(0);
  return bits >>> 31 ? ~bits >>> 0 : (bits | 0x80000000) >>> 0;
}

/** Positions by falling score: score and position packed into one double (32 + 21 bits), sorted natively. */
function descending(scores: Float32Array): Uint32Array {
  const room = 2 ** 21;
  if (scores.length >= room)
    throw new RangeError(`a pool of ${scores.length} is past the ${room} one list can rank`);
  const keys = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i += 1) {
    keys[i] = (0xffffffff - orderedBits((scores[i] ?? 0) + 0)) * room + i;
  }
  keys.sort();
  return Uint32Array.from(keys, (key) => key % room);
}
