import { createHash } from 'node:crypto';
import type { Recommender } from '../../../training/recommender.ts';
import { type Fields, fieldsOf } from '../candidate.ts';
import type { Embedder } from '../dense/embedder.ts';
import { embedTexts } from '../dense/text-vectors.ts';
import type { SqlDatabase } from './sql-database.ts';
import { openVectorTable } from './vector-table.ts';

export interface PostgresRecommenderOptions {
  /** Stays the caller's to close. */
  readonly database: SqlDatabase;
  readonly candidateIds: readonly string[];
  readonly fields: readonly Fields[];
  readonly embedder: Embedder;
  /** Names the fit of the embedder: vectors of another are made anew. */
  readonly modelKey: string;
  /**
   * How many of the best are looked up by the index; everyone behind them shares the lowest score. Everybody is scored
   * exactly when absent, which costs a pass over all vectors.
   */
  readonly depth?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Below every cosine: the score of who is not among the nearest. */
const notAmongNearest = -2;

/**
 * Cosine of whole-text vectors kept in PostgreSQL with pgvector, for pools past one machine's memory. The vectors are
 * brought up to date first; only new and changed candidates are embedded.
 */
export async function createPostgresRecommender(options: PostgresRecommenderOptions): Promise<Recommender> {
  const { database, candidateIds, fields, embedder, modelKey, depth, signal, onProgress } = options;
  const table = await openVectorTable(database, embedder.dimensions);
  await table.synchronise(
    candidateIds.map((id, i) => ({ id, key: keyOf(modelKey, fields[i]) })),
    (positions) =>
      embedTexts(
        embedder,
        positions.map((position) => fields[position] ?? { headline: '', body: '' }),
        signal,
      ),
    { signal, onProgress },
  );
  const positions = new Map(candidateIds.map((id, position) => [id, position]));
  const order = Uint32Array.from(await table.ids(), (id) => positions.get(id) ?? 0);

  const exact = async (queries: readonly Float32Array[], abort?: AbortSignal) =>
    (await table.exactScores(queries, abort)).map((found) => {
      if (found.length !== order.length) {
        throw new Error(
          `The vectors in PostgreSQL changed meanwhile (${found.length} for ${order.length}); try again.`,
        );
      }
      const scores = new Float32Array(candidateIds.length);
      order.forEach((position, i) => {
        scores[position] = found[i] ?? 0;
      });
      return scores;
    });
  const approximate = async (queries: readonly Float32Array[], most: number, abort?: AbortSignal) =>
    (await table.nearest(queries, most, abort)).map((neighbours) => {
      const scores = new Float32Array(candidateIds.length).fill(notAmongNearest);
      for (const { id, score } of neighbours) {
        const position = positions.get(id);
        if (position !== undefined) scores[position] = score;
      }
      return scores;
    });

  return {
    name: `postgres (${embedder.name}, ${depth === undefined ? 'exact' : `nearest ${depth}`})`,
    size: candidateIds.length,
    async score(texts, abort) {
      abort?.throwIfAborted();
      const asked = texts.map((text) => fieldsOf(text));
      const queries = await embedTexts(embedder, asked, abort);
      return depth === undefined ? exact(queries, abort) : approximate(queries, depth, abort);
    },
  };
}

function keyOf(modelKey: string, fields: Fields | undefined): string {
  const { headline = '', body = '' } = fields ?? {};
  return createHash('sha256')
    .update(JSON.stringify([modelKey, headline, body]))
    .digest('base64url');
}
