/**
 * Weight of each rank of a list of `size` people at depth K, summing to 1:
 * `w(rank) = 1 / (1 + exp((rank - K - 1/2) / (K / 4)))`, normalised. A soft top K: the places just inside and just outside
 * the depth count alike, so that one swapped pair of candidates cannot make a result.
 * @param size number of people, at least 1
 * @param depth K, at least 1
 * @returns weight of rank 1, 2, ... at index 0, 1, ...
 */
export function rankWeights(size: number, depth: number): Float64Array {
  if (!(size >= 1 && depth >= 1)) throw new RangeError(`size ${size} and depth ${depth} must be at least 1`);
  const weights = new Float64Array(size);
  let total = 0;
  for (let i = 0; i < size; i += 1) {
    const weight = 1 / (1 + Math.exp((i + 1 - depth - 0.5) / (depth / 4)));
    weights[i] = weight;
    total += weight;
  }
  for (let i = 0; i < size; i += 1) weights[i] = (weights[i] ?? 0) / total;
  return weights;
}

/**
 * Weights of `members` in the order of their scores, aligned with `members` and summing to 1. Ties share the mean weight
 * of the ranks they span. Only the order of the scores counts: any increasing transform gives the same weights.
 * @param scores of the whole pool, higher is better, indexed by candidate
 * @param members candidates on the list
 * @param byRank from {@link rankWeights} with `size === members.length`
 * @throws RangeError when a member has no finite score
 */
export function listWeights(
  scores: ArrayLike<number>,
  members: ArrayLike<number>,
  byRank: Float64Array,
): Float64Array {
  const size = members.length;
  const score = (position: number) => scores[members[position] ?? -1] ?? Number.NaN;
  const order = new Uint32Array(size);
  const keys = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    order[i] = i;
    keys[i] = score(i);
    if (!Number.isFinite(keys[i])) {
      throw new RangeError(
        `candidate ${members[i]} has score ${keys[i]}; the recommender must give a finite number`,
      );
    }
  }
  order.sort((a, b) => (keys[b] as number) - (keys[a] as number));

  const weights = new Float64Array(size);
  let start = 0;
  while (start < size) {
    const tied = keys[order[start] as number];
    let end = start;
    let sum = 0;
    while (end < size && keys[order[end] as number] === tied) {
      sum += byRank[end] as number;
      end += 1;
    }
    for (let i = start; i < end; i += 1) weights[order[i] as number] = sum / (end - start);
    start = end;
  }
  return weights;
}
