import type { RankedCandidate } from './candidate.ts';

/**
 * The people of a pool. Their texts are read only where they are needed: vectors and a word index that were kept of this very
 * state of the pool stand in for them.
 */
export interface CandidateSource {
  readonly ids: readonly string[];
  /** Names this state of the pool and no other; undefined where nothing is kept of it. */
  readonly state?: string | undefined;
  /** Everyone, aligned with `ids`. @throws ServiceUnavailable where the pool is in another state by now. */
  read(): readonly RankedCandidate[];
}

/** People whose texts are in memory already, and of whom nothing is kept. */
export function candidatesAtHand(candidates: readonly RankedCandidate[]): CandidateSource {
  return { ids: candidates.map(({ id }) => id), read: () => candidates };
}
