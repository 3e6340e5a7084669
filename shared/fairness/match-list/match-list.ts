/**
 * One posting's list as it is measured: people of known attribute in the posting's qualified pool (indices into the
 * candidate pool) with the weight each has in the recommender's order, aligned, summing to 1.
 */
export interface MatchList {
  readonly members: ArrayLike<number>;
  readonly weights: Float64Array;
}

/** The same people ranked by two texts of one posting. */
export interface ListChange {
  readonly members: ArrayLike<number>;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

/** Group of each candidate of the pool, 0 to `groupCount - 1`. Every member of every list must have one. */
export interface Labels {
  readonly codes: Int16Array;
  readonly groupCount: number;
}

/** The lists of one side of a set of changes. */
export function side(changes: readonly ListChange[], which: 'before' | 'after'): MatchList[] {
  return changes.map((change) => ({ members: change.members, weights: change[which] }));
}
