import { clusterPeople } from '../qualification/person-cluster.ts';
import type { CandidateSource } from './candidate-source.ts';

/** Where it is kept between starts who is one person. */
export interface PersonClusterStore {
  /** Clusters of the pool in this state, aligned with it; undefined where none were made. */
  read(state: string): readonly string[] | undefined;
  /** Writes nothing where the pool is in another state by now. */
  write(state: string, clusters: readonly string[]): void;
}

/** The person cluster of each candidate, without a look at the texts where they were kept of this very state of the pool. */
export function keptClusters(
  people: CandidateSource,
  store: PersonClusterStore | undefined,
): readonly string[] {
  const { state } = people;
  const kept = state === undefined ? undefined : store?.read(state);
  if (kept !== undefined) return kept;
  const clusters = clusterPeople(people.read());
  if (state !== undefined) store?.write(state, clusters);
  return clusters;
}
