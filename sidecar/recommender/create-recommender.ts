import type { CandidatePool, Qualification, Recommender } from '../../training/recommender.ts';
import { readQualification } from '../qualification/qualification.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { RankedCandidate } from './candidate.ts';
import { candidatesAtHand } from './candidate-source.ts';
import { createRanking, type Ranking } from './create-ranking.ts';
import { keptClusters } from './kept-clusters.ts';
import { topPositions } from './ranking.ts';
import type { PoolOptions, RecommenderOptions } from './recommender-options.ts';

/** A candidate of the list with what its score is made of; the parts add up to the score. */
export interface ExplainedCandidate {
  readonly index: number;
  readonly id: string;
  readonly score: number;
  readonly parts: Record<string, number>;
}

export interface CreatedRecommender {
  readonly recommender: Recommender;
  /** What orders the list that people see: the same one, unless it may only be measured. */
  readonly shown: Recommender;
  readonly pool: CandidatePool;
  /** The `k` best of everyone, best first. */
  explain(text: string, k: number, signal?: AbortSignal): Promise<ExplainedCandidate[]>;
  /**
   * There when a fifth of the pool changed since the kept vectors were fitted: fits them anew in a thread of its own,
   * keeps them, and gives a recommender to use from then on. This one goes on as it is meanwhile.
   */
  readonly refit?: ((signal?: AbortSignal) => Promise<CreatedRecommender>) | undefined;
  /** Ends connections, where there are any. */
  close(): Promise<void>;
}

/** Builds the chosen recommender over people whose texts are in memory. */
export function createRecommender({
  candidates,
  ...options
}: RecommenderOptions): Promise<CreatedRecommender> {
  return openRecommender({ ...options, people: candidatesAtHand(candidates) });
}

/** Builds the chosen recommender, and the pool that it ranks; texts are read only where nothing kept stands in for them. */
export async function openRecommender(options: PoolOptions): Promise<CreatedRecommender> {
  const { people, signal, onProgress } = options;
  const report = (message: string) => (done: number, total: number) => onProgress?.({ done, total, message });
  signal?.throwIfAborted();
  const ranking = await createRanking(options, report('Embedding candidates'));
  let clusters: readonly string[] | undefined;
  const pool: CandidatePool = {
    ids: people.ids,
    // Only measuring asks for them: a list is not kept waiting.
    get clusters() {
      clusters ??= keptClusters(people, options.clusters);
      return clusters;
    },
    qualifications:
      options.qualifications ?? readQualifications(people.read(), report('Reading qualifications'), signal),
  };
  return overPool(ranking, pool);
}

function overPool({ measured, shown, refit, close }: Ranking, pool: CandidatePool): CreatedRecommender {
  return {
    recommender: measured,
    shown,
    pool,
    refit: refit && (async (signal) => overPool(await refit(signal), pool)),
    close,
    async explain(text, k, signal) {
      const { scores, parts } = await shown.explain(text, signal);
      return topPositions(scores, k, pool.ids).map((index) => ({
        index,
        id: pool.ids[index] ?? '',
        score: scores[index] ?? 0,
        parts: Object.fromEntries(
          Object.entries(parts).map(([label, values]) => [label, values[index] ?? 0]),
        ),
      }));
    },
  };
}

function readQualifications(
  candidates: readonly RankedCandidate[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Qualification[] {
  const taxonomy = loadTaxonomy();
  return candidates.map((candidate, i) => {
    signal?.throwIfAborted();
    if (i % 500 === 0) onProgress(i, candidates.length);
    return readQualification(taxonomy, candidate);
  });
}
