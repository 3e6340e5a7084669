import type { MatchList } from './match-list.ts';

/**
 * The hard top K of `members` by score as a list: each of the K places has weight 1/K; people tied at the edge share the
 * last places. Everyone else is left out.
 * @param scores of the whole pool, higher is better
 * @param members everyone in the fold
 * @param depth K; at most `members.length` people are counted
 */
export function topList(scores: ArrayLike<number>, members: ArrayLike<number>, depth: number): MatchList {
  const size = Math.min(depth, members.length);
  if (size === 0) return { members: [], weights: new Float64Array(0) };
  const edge = nthLargest(scores, members, size);
  const above: number[] = [];
  const tied: number[] = [];
  for (let j = 0; j < members.length; j += 1) {
    const member = members[j] as number;
    const score = scores[member] as number;
    if (score > edge) above.push(member);
    else if (score === edge) tied.push(member);
  }
  const weights = new Float64Array(above.length + tied.length).fill(1 / size);
  weights.fill((size - above.length) / (size * tied.length), above.length);
  return { members: above.concat(tied), weights };
}

/**
 * Relevance: mean of `value` over the top K of everyone in the fold. Never the recommender's own score: `value` is the
 * share of the required skills that each candidate has ({@link skillShare}), in [0, 1].
 */
export function relevance(top: MatchList, value: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < top.members.length; j += 1) {
    sum += (top.weights[j] as number) * (value[top.members[j] as number] as number);
  }
  return sum;
}

/** Share of the required skills that a candidate has; 1 when nothing is required. */
export function skillShare(required: readonly string[], has: ReadonlySet<string>): number {
  if (required.length === 0) return 1;
  return required.filter((skill) => has.has(skill)).length / required.length;
}

/** The n-th largest score among members (Hoare's quickselect with a median-of-three pivot). */
function nthLargest(scores: ArrayLike<number>, members: ArrayLike<number>, n: number): number {
  const values = new Float64Array(members.length);
  for (let j = 0; j < values.length; j += 1) values[j] = scores[members[j] as number] as number;
  const target = n - 1;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const [a, b, c] = [values[low], values[(low + high) >> 1], values[high]] as [number, number, number];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) > pivot) i += 1;
      while ((values[j] as number) < pivot) j -= 1;
      if (i <= j) {
        const held = values[i] as number;
        values[i] = values[j] as number;
        values[j] = held;
        i += 1;
        j -= 1;
      }
    }
    if (target <= j) high = j;
    else if (target >= i) low = i;
    else break;
  }
  return values[target] as number;
}
