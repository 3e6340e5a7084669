import { hashText } from '../../shared/hash.ts';
import type { ProgressEvent } from '../../shared/protocol/rewrite.ts';
import type { Qualification } from '../../training/recommender.ts';
import type { RankedCandidate } from '../recommender/candidate.ts';
import type { CandidateSource } from '../recommender/candidate-source.ts';
import { type CreatedRecommender, openRecommender } from '../recommender/create-recommender.ts';
import { groupOutcomes } from '../recommender/interactions/past-interactions.ts';
import type { RecommenderChoice } from '../recommender/recommender-choice.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import type { StoredCandidate } from '../storage/candidates.ts';
import type { Store } from '../storage/store.ts';
import { createVectorFile } from '../storage/vector-file.ts';

export interface BuildOptions {
  readonly store: Store;
  readonly choice: RecommenderChoice;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ProgressEvent) => void;
}

/** Names what is kept of the pool for a recommender: fits differ by seed. */
function preparationOf({ seed, choice }: Pick<BuildOptions, 'seed' | 'choice'>): string {
  return hashText(JSON.stringify([choice, seed]));
}

/** Fewer people are read sooner than a thread starts. */
export const fewestToPrepare = 250;

/** Whether all that takes long was made of the pool as it is now. A sample company that is still to come was not. */
export function isPrepared(options: Pick<BuildOptions, 'store' | 'seed' | 'choice'>): boolean {
  const { candidates, settings, preparedMarket } = options.store;
  const people = candidates.count();
  if (people === 0) return !settings.read().sample;
  return people < fewestToPrepare || preparedMarket.isFor(preparationOf(options));
}

/** Opens the recommender over everyone in the store; undefined where nobody is. What takes long to make is kept there. */
export async function buildRecommender(options: BuildOptions): Promise<CreatedRecommender | undefined> {
  const { candidates, qualifiedPeople } = options.store;
  const { state, ids, qualifications } = qualifiedPeople();
  const read = () => {
    const now = candidates.everyone();
    if (now.state === state) return now.people.map(toRanked);
    throw new PoolChanged('The candidates changed while they were being read.', 'Try again.');
  };
  try {
    return await buildOver({ state, ids, read }, { ...options, qualifications });
  } catch (error) {
    if (!(error instanceof PoolChanged)) throw error;
    // An import is under way: everybody is read at once, so that it cannot come in between again.
    const whole = candidates.everyone();
    const ranked = whole.people.map(toRanked);
    const people = { ids: ranked.map(({ id }) => id), state: whole.state, read: () => ranked };
    const read = whole.people.map(toQualification);
    return buildOver(people, { ...options, qualifications: read });
  }
}

/** The pool is no longer the one that a recommender was begun over. */
class PoolChanged extends ServiceUnavailable {}

async function buildOver(
  people: CandidateSource,
  options: BuildOptions & { readonly qualifications: readonly Qualification[] },
): Promise<CreatedRecommender | undefined> {
  const { store, qualifications, choice, seed, signal, onProgress } = options;
  if (people.ids.length === 0) return undefined;
  const created = await openRecommender({
    people,
    choice,
    past: choice.kind === 'interactions' ? groupOutcomes(store.postings.all(), store.outcomes.all()) : [],
    qualifications,
    vectors: createVectorFile(store, seed),
    embeddings: store.candidateVectors,
    lexicalIndex: store.lexicalIndex,
    clusters: store.personClusters,
    seed,
    signal,
    onProgress,
  });
  const preparation = preparationOf(options);
  if (people.state !== undefined && !store.preparedMarket.isFor(preparation))
    store.preparedMarket.write(people.state, preparation);
  return created;
}

function toQualification({ qualification }: StoredCandidate): Qualification {
  const { occupations, skills, licences, years } = qualification;
  return {
    occupations: new Set(occupations),
    skills: new Set(skills),
    licences: new Set(licences),
    ...(years === undefined ? {} : { years }),
  };
}

function toRanked({
  externalId,
  text,
  occupation,
  skills,
  licences,
  yearsOfExperience,
}: StoredCandidate): RankedCandidate {
  return {
    id: externalId,
    text,
    ...(occupation === undefined ? {} : { occupation }),
    skills: [...skills],
    licences: [...licences],
    ...(yearsOfExperience === undefined ? {} : { yearsOfExperience }),
  };
}
