import type { ProgressEvent } from '../../shared/protocol/rewrite.ts';
import { createRandom } from '../../shared/random.ts';
import type { CandidatePool, Qualification, Recommender } from '../../training/recommender.ts';
import { clusterPeople } from '../qualification/person-cluster.ts';
import { readQualification } from '../qualification/qualification.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { type Fields, fieldsOf, type RankedCandidate } from './candidate.ts';
import { createDenseRecommender, denseOver } from './dense/dense.ts';
import type { Embedder } from './dense/embedder.ts';
import { type FittedVectorStore, latentSemanticVectors } from './dense/fitted-vectors.ts';
import { createHybridRecommender, type HybridRecommender } from './hybrid.ts';
import { createLexicalRecommender } from './lexical.ts';
import { topPositions } from './ranking.ts';

/** A candidate of the list with what its score is made of; the parts add up to the score. */
export interface ExplainedCandidate {
  readonly index: number;
  readonly id: string;
  readonly score: number;
  readonly parts: Record<string, number>;
}

export interface RecommenderOptions {
  readonly candidates: readonly RankedCandidate[];
  /** Latent-semantic vectors fitted on the candidates when absent. */
  readonly embedder?: Embedder | undefined;
  /** Where those vectors are kept between starts; they are fitted every time when absent. */
  readonly vectors?: FittedVectorStore | undefined;
  /** Qualifications read before, aligned with the candidates; read from the records when absent. */
  readonly qualifications?: readonly Qualification[] | undefined;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ProgressEvent) => void) | undefined;
}

export interface CreatedRecommender {
  readonly recommender: Recommender;
  readonly pool: CandidatePool;
  /** The `k` best of everyone, best first. */
  explain(text: string, k: number, signal?: AbortSignal): Promise<ExplainedCandidate[]>;
}

/** Dimensions of the embedded default; more cost time and gave no more precision (docs/recommender.md). */
export const defaultDimensions = 256;
/** Builds the embedded default: lexical and dense scores fused by rank, and the pool they rank. */
export async function createRecommender(options: RecommenderOptions): Promise<CreatedRecommender> {
  const { candidates, signal, onProgress } = options;
  const report = (message: string) => (done: number, total: number) => onProgress?.({ done, total, message });
  signal?.throwIfAborted();
  const fields = candidates.map(({ text, occupation }) => fieldsOf(text, occupation));
  const dense = await createDense(options, fields, report('Embedding candidates'));
  const lexical = createLexicalRecommender(fields);
  const hybrid = fuseByRank(lexical, dense);
  const pool: CandidatePool = {
    ids: candidates.map(({ id }) => id),
    clusters: clusterPeople(candidates),
    qualifications:
      options.qualifications ?? readQualifications(candidates, report('Reading qualifications'), signal),
  };
  return {
    recommender: hybrid,
    pool,
    async explain(text, k, explainSignal) {
      const { scores, parts } = await hybrid.explain(text, explainSignal);
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

/** The embedded default's fusion: for whole postings the dense order finds more of the right people (docs/recommender.md). */
export function fuseByRank(lexical: Recommender, dense: Recommender): HybridRecommender {
  return createHybridRecommender([
    { label: 'lexical', recommender: lexical, weight: 1 },
    { label: 'dense', recommender: dense, weight: 2 },
  ]);
}

async function createDense(
  { candidates, embedder, vectors, seed, signal }: RecommenderOptions,
  fields: readonly Fields[],
  onProgress: (done: number, total: number) => void,
): Promise<Recommender> {
  if (embedder !== undefined) return createDenseRecommender(fields, { embedder, signal, onProgress });
  const fitted = await latentSemanticVectors(
    candidates.map(({ text }) => text),
    fields,
    {
      dimensions: defaultDimensions,
      random: createRandom(seed).fork('latent-semantic'),
      store: vectors,
      signal,
      onProgress,
    },
  );
  return denseOver(fitted.matrix, fitted.embedder);
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
