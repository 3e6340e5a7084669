import { createRandom } from '../../shared/random.ts';
import type { Recommender } from '../../training/recommender.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import { type Fields, fieldsOf } from './candidate.ts';
import type { CandidateSource } from './candidate-source.ts';
import { denseOver, embedCandidates } from './dense/dense.ts';
import { latentSemanticVectors, type OpenVectors, openVectors, refitShare } from './dense/fitted-vectors.ts';
import { keptEmbeddings } from './dense/kept-embeddings.ts';
import { refitVectors } from './dense/refit.ts';
import { type ExplainedRecommender, explainedAs } from './explained.ts';
import { createExternalRecommender } from './external.ts';
import { fuseByRank } from './hybrid.ts';
import { createInteractionsRecommender } from './interactions/interactions.ts';
import { lexicalOver } from './lexical.ts';
import { openLexicalIndex } from './lexical-index.ts';
import type { RecommenderChoice } from './recommender-choice.ts';
import type { RankingOptions } from './recommender-options.ts';

/** A recommender as it is measured and as its list is shown. */
export interface Ranking {
  readonly measured: Recommender;
  /** What orders the list that people see. The same, unless what is measured may only be measured. */
  readonly shown: ExplainedRecommender;
  /** There when the vectors were fitted on a pool that has changed since: the ranking with vectors fitted anew. */
  readonly refit?: ((signal?: AbortSignal) => Promise<Ranking>) | undefined;
  close(): Promise<void>;
}

/** Dimensions of the embedded default; more cost time and gave no more precision (docs/recommender.md). */
export const defaultDimensions = 256;

type Progress = (done: number, total: number) => void;
const nothingToClose = async () => undefined;

/** Builds the recommender that was chosen over the candidates; the embedded one where none was. */
export async function createRanking(options: RankingOptions, onProgress: Progress): Promise<Ranking> {
  const { choice = { kind: 'embedded' } } = options;
  switch (choice.kind) {
    case 'lexical':
      return createLexicalRanking(options);
    case 'embedded':
    case 'dense':
    case 'interactions':
      return createEmbedded(options, onProgress);
    case 'ollama':
      return createOnOllama(options, choice, onProgress);
    case 'external': {
      const candidateIds = options.people.ids;
      return alone(explainedAs('external', createExternalRecommender({ ...choice, candidateIds })));
    }
    case 'postgres':
      return createOnPostgres(options, choice, onProgress);
  }
}

function createLexicalRanking({ people, lexicalIndex }: RankingOptions): Ranking {
  return alone(explainedAs('lexical', lexicalOver(openLexicalIndex(people, lexicalIndex))));
}

/** Measured as it is shown, with nothing to close. */
function alone(recommender: ExplainedRecommender): Ranking {
  return { measured: recommender, shown: recommender, close: nothingToClose };
}

async function createEmbedded(options: RankingOptions, onProgress: Progress): Promise<Ranking> {
  const { people, embedder, lexicalIndex, signal } = options;
  let opened: Recommender | undefined;
  const lexical = () => {
    opened ??= lexicalOver(openLexicalIndex(people, lexicalIndex));
    return opened;
  };
  if (embedder !== undefined) {
    const matrix = await embedCandidates(fieldsOfAll(people), { embedder, signal, onProgress });
    return rankBy(options, lexical, { matrix, embedder });
  }
  const vectors = await openLatentSemantic(options, onProgress);
  return {
    ...(await rankBy(options, lexical, vectors)),
    refit: vectors.changedShare < refitShare ? undefined : (abort) => refit(options, lexical, abort),
  };
}

/** Fits in the background and keeps what was fitted; the ranking in use stays as it is. */
async function refit(options: RankingOptions, lexical: () => Recommender, signal?: AbortSignal) {
  const { people, seed, vectors } = options;
  const fitted = await refitVectors(people.read(), { dimensions: defaultDimensions, seed, signal });
  vectors?.write({ ...fitted, state: people.state });
  return rankBy({ ...options, signal }, lexical, openVectors(fitted));
}

/** @param lexical opens the word index, which the vectors alone do without */
async function rankBy(
  { people, choice, past = [], seed, signal }: RankingOptions,
  lexical: () => Recommender,
  { matrix, embedder }: Pick<OpenVectors, 'matrix' | 'embedder'>,
): Promise<Ranking> {
  const dense = denseOver(matrix, embedder);
  if (choice?.kind === 'dense') return alone(explainedAs('dense', dense));
  const hybrid = fuseByRank(lexical(), dense);
  if (choice?.kind !== 'interactions') return alone(hybrid);
  const candidateIds = people.ids;
  const random = createRandom(seed).fork('interactions');
  const fit = { lexical: lexical(), matrix, embedder, candidateIds, past, random, signal };
  const learned = await createInteractionsRecommender(fit).catch((error: unknown) => {
    if (error instanceof ServiceUnavailable) return withoutData(error, people.ids.length);
    throw error;
  });
  return { measured: learned, shown: hybrid, close: nothingToClose };
}

/** Stands in for a recommender that has too little to learn from: who measures is told so, and people see their list. */
function withoutData(reason: ServiceUnavailable, size: number): Recommender {
  return { name: 'interactions', size, score: () => Promise.reject(reason) };
}

async function createOnOllama(
  options: RankingOptions,
  { model, url, allowOtherHost }: Extract<RecommenderChoice, { kind: 'ollama' }>,
  onProgress: Progress,
): Promise<Ranking> {
  const { people, embeddings: store, lexicalIndex, signal } = options;
  // Loaded where it was chosen: the others do without its client.
  const { openOllamaEmbedder } = await import('./dense/open-ollama-embedder.ts');
  const embedder = await openOllamaEmbedder({ model, baseUrl: url, allowOtherHost, signal });
  const matrix = await keptEmbeddings(people, { embedder, store, signal, onProgress });
  return alone(fuseByRank(lexicalOver(openLexicalIndex(people, lexicalIndex)), denseOver(matrix, embedder)));
}

async function createOnPostgres(
  options: RankingOptions,
  choice: { readonly url: string; readonly allowOtherHost: boolean },
  onProgress: Progress,
): Promise<Ranking> {
  const { people, signal } = options;
  const { embedder, modelKey } = await queryEmbedder(options, onProgress);
  // Loaded where it was chosen: the others do without its driver.
  const { createPostgresRecommender } = await import('./postgres/postgres.ts');
  const { connectPostgres } = await import('./postgres/sql-database.ts');
  const database = connectPostgres(choice);
  try {
    const recommender = await createPostgresRecommender({
      database,
      candidateIds: people.ids,
      fields: fieldsOfAll(people),
      embedder,
      modelKey,
      signal,
      onProgress,
    });
    const postgres = explainedAs('dense', recommender);
    return { measured: postgres, shown: postgres, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function queryEmbedder(options: RankingOptions, onProgress: Progress) {
  if (options.embedder !== undefined) return { embedder: options.embedder, modelKey: options.embedder.name };
  return openLatentSemantic(options, onProgress);
}

function openLatentSemantic(options: RankingOptions, onProgress: Progress): Promise<OpenVectors> {
  const { people, vectors: store, seed, signal } = options;
  return latentSemanticVectors(people, {
    dimensions: defaultDimensions,
    seed,
    store,
    signal,
    onProgress,
  });
}

function fieldsOfAll(people: CandidateSource): Fields[] {
  return people.read().map(({ text, occupation }) => fieldsOf(text, occupation));
}
