import type { ProgressEvent } from '../../shared/protocol/rewrite.ts';
import type { Qualification } from '../../training/recommender.ts';
import type { RankedCandidate } from './candidate.ts';
import type { CandidateSource } from './candidate-source.ts';
import type { Embedder } from './dense/embedder.ts';
import type { FittedVectorStore } from './dense/fitted-vectors.ts';
import type { EmbeddingStore } from './dense/kept-embeddings.ts';
import type { PastInteractions } from './interactions/past-interactions.ts';
import type { PersonClusterStore } from './kept-clusters.ts';
import type { LexicalIndexStore } from './lexical-index.ts';
import type { RecommenderChoice } from './recommender-choice.ts';

/** What a recommender is built from. There is no way in for an attribute. */
export interface RankingOptions {
  readonly people: CandidateSource;
  /** The embedded recommender when absent. */
  readonly choice?: RecommenderChoice | undefined;
  /** What the `interactions` recommender learns from. */
  readonly past?: readonly PastInteractions[] | undefined;
  /** Latent-semantic vectors fitted on the candidates when absent. */
  readonly embedder?: Embedder | undefined;
  /** Where those vectors are kept between starts; they are fitted every time when absent. */
  readonly vectors?: FittedVectorStore | undefined;
  /** Where vectors of a model of Ollama are kept between starts; everybody is embedded every time when absent. */
  readonly embeddings?: EmbeddingStore | undefined;
  /** Where the word index is kept between starts; it is made every time when absent. */
  readonly lexicalIndex?: LexicalIndexStore | undefined;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ProgressEvent) => void) | undefined;
}

/** A recommender with the pool that it ranks. */
export interface PoolOptions extends RankingOptions {
  /** Qualifications read before, aligned with the people; read from the records when absent. */
  readonly qualifications?: readonly Qualification[] | undefined;
  /** Where person clusters are kept between starts; they are made every time when absent. */
  readonly clusters?: PersonClusterStore | undefined;
}

/** The same over people whose texts are in memory. */
export interface RecommenderOptions extends Omit<PoolOptions, 'people'> {
  readonly candidates: readonly RankedCandidate[];
}
