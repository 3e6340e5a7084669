import { z } from 'zod';
import type { Query, SqlDatabase } from './sql-database.ts';

export interface KeyedCandidate {
  readonly id: string;
  /** Changes with everything that the candidate's vector depends on: text and model. */
  readonly key: string;
}

export interface SynchroniseOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Neighbour {
  readonly id: string;
  readonly score: number;
}

/** The vectors of a pool in PostgreSQL, each of length 1 in half precision. */
export interface VectorTable {
  /**
   * Makes the table hold exactly these candidates: others are deleted, changed and new ones embedded and written, batch
   * by batch, so that what was cut off goes on where it stopped.
   * @param embed vectors of the candidates at these positions, in order.
   */
  synchronise(
    candidates: readonly KeyedCandidate[],
    embed: (positions: readonly number[]) => Promise<readonly Float32Array[]>,
    options?: SynchroniseOptions,
  ): Promise<void>;
  /** Takes people out, and their vectors out of table and index; what is overwritten later is up to the server. */
  forget(ids: readonly string[]): Promise<void>;
  /** Ids in the order in which `exactScores` gives scores. */
  ids(): Promise<string[]>;
  /** Inner products with every vector, by a pass over all of them. */
  exactScores(queries: readonly Float32Array[], signal?: AbortSignal): Promise<Float32Array[]>;
  /** The `k` nearest by the index, best first; nearly all of the true ones (docs/scale.md says how many). */
  nearest(queries: readonly Float32Array[], k: number, signal?: AbortSignal): Promise<Neighbour[][]>;
}

/** Below this many rows a pass over all of them is quicker than an index. */
const indexFrom = 2000;
const batch = 500;
/** pgvector looks at no more than 1,000 entries of its list. */
const longestSearchList = 1000;
/** Entries looked at for each wanted one. Fewer lose recall, more cost time (docs/scale.md). */
const searchFactor = 10;

const keyedSchema = z.array(z.object({ id: z.string(), key: z.string() }));
const idsSchema = z.array(z.object({ id: z.string() }));
const countSchema = z.tuple([z.object({ count: z.coerce.number() })]);
const bytesSchema = z.tuple([z.object({ scores: z.instanceof(Uint8Array).nullable() })]);
const neighboursSchema = z.array(z.object({ id: z.string(), score: z.number() }));

/** The table `autorefine.vectors`, made where it is not there. @throws RangeError when it holds another length. */
export async function openVectorTable(database: SqlDatabase, dimensions: number): Promise<VectorTable> {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > 4000) {
    throw new RangeError(`Vectors of ${dimensions} values cannot be indexed; pgvector takes 1 to 4,000.`);
  }
  await database.transaction((query) => createTable(query, dimensions));

  return {
    async synchronise(candidates, embed, { signal, onProgress } = {}) {
      const known = await database.transaction(async (query) => {
        const rows = keyedSchema.parse(await query('SELECT id, key FROM autorefine.vectors'));
        return new Map(rows.map(({ id, key }) => [id, key]));
      }, signal);
      const wanted = new Set(candidates.map(({ id }) => id));
      const gone = [...known.keys()].filter((id) => !wanted.has(id));
      await database.transaction((query) => remove(query, gone), signal);
      const changed = [...candidates.keys()]
        .filter((position) => known.get(candidates[position]?.id ?? '') !== candidates[position]?.key)
        // In an order of its own, so that the order of the pool cannot decide.
        .sort((a, b) => ((candidates[a]?.id ?? '') < (candidates[b]?.id ?? '') ? -1 : 1));
      for (let start = 0; start < changed.length; start += batch) {
        signal?.throwIfAborted();
        const positions = changed.slice(start, start + batch);
        const vectors = await embed(positions);
        await database.transaction((query) => upsert(query, positions, candidates, vectors), signal);
        onProgress?.(Math.min(start + batch, changed.length), changed.length);
      }
      await database.transaction(prepareSearch, signal);
    },

    async forget(ids) {
      await database.transaction((query) => remove(query, ids));
      await database.vacuum('autorefine.vectors');
    },

    ids: () =>
      database.transaction(async (query) =>
        idsSchema.parse(await query('SELECT id FROM autorefine.vectors ORDER BY number')).map(({ id }) => id),
      ),

    exactScores: (queries, signal) =>
      database.transaction(async (query) => {
        const scores: Float32Array[] = [];
        for (const vector of queries) {
          // One value of bytes instead of a row a candidate.
          const [row] = bytesSchema.parse(
            await query(
              `SELECT string_agg(float4send((-(embedding <#> $1::halfvec))::float4), ''::bytea ORDER BY number) AS scores
               FROM autorefine.vectors`,
              [literal(vector)],
            ),
          );
          scores.push(bigEndianFloats(row.scores ?? new Uint8Array()));
        }
        return scores;
      }, signal),

    nearest: (queries, k, signal) =>
      database.transaction(async (query) => {
        const searchList = Math.min(longestSearchList, searchFactor * k);
        await query(`SET LOCAL hnsw.ef_search = ${Math.max(1, Math.trunc(searchList))}`);
        const lists: Neighbour[][] = [];
        for (const vector of queries) {
          lists.push(
            neighboursSchema.parse(
              await query(
                `SELECT id, -(embedding <#> $1::halfvec) AS score FROM autorefine.vectors
                 ORDER BY embedding <#> $1::halfvec LIMIT $2`,
                [literal(vector), k],
              ),
            ),
          );
        }
        return lists;
      }, signal),
  };
}

async function createTable(query: Query, dimensions: number): Promise<void> {
  // Two processes that open an empty database at once would both create it.
  await query("SELECT pg_advisory_xact_lock(hashtext('autorefine'))");
  await query('CREATE EXTENSION IF NOT EXISTS vector');
  await query('CREATE SCHEMA IF NOT EXISTS autorefine');
  await query(`CREATE TABLE IF NOT EXISTS autorefine.vectors (
    number bigint GENERATED ALWAYS AS IDENTITY,
    id text PRIMARY KEY,
    key text NOT NULL,
    embedding halfvec(${dimensions}) NOT NULL
  )`);
  const [column] = z.tuple([z.object({ length: z.number() })]).parse(
    await query(
      `SELECT atttypmod AS length FROM pg_attribute
         WHERE attrelid = 'autorefine.vectors'::regclass AND attname = 'embedding'`,
    ),
  );
  if (column.length !== dimensions) {
    throw new RangeError(
      `The table autorefine.vectors holds vectors of ${column.length} values, not ${dimensions}. Use the model that ` +
        'it was made with, or drop the table; it is then filled again.',
    );
  }
}

const remove = (query: Query, ids: readonly string[]) =>
  query('DELETE FROM autorefine.vectors WHERE id = ANY($1::text[])', [ids]);

async function upsert(
  query: Query,
  positions: readonly number[],
  candidates: readonly KeyedCandidate[],
  vectors: readonly Float32Array[],
): Promise<void> {
  await query(
    `INSERT INTO autorefine.vectors (id, key, embedding)
     SELECT id, key, embedding::halfvec FROM unnest($1::text[], $2::text[], $3::text[]) AS row (id, key, embedding)
     ON CONFLICT (id) DO UPDATE SET key = excluded.key, embedding = excluded.embedding`,
    [
      positions.map((position) => candidates[position]?.id),
      positions.map((position) => candidates[position]?.key),
      vectors.map(literal),
    ],
  );
}

/** The index is built after the rows are in, which is several times quicker than growing it with them. */
async function prepareSearch(query: Query): Promise<void> {
  const [{ count }] = countSchema.parse(await query('SELECT count(*) AS count FROM autorefine.vectors'));
  if (count < indexFrom) return;
  await query(
    'CREATE INDEX IF NOT EXISTS vectors_embedding ON autorefine.vectors USING hnsw (embedding halfvec_ip_ops)',
  );
  await query('ANALYZE autorefine.vectors');
}

/** pgvector's text form. Numbers are written so that they read back as the same single-precision value. */
const literal = (vector: Float32Array) => `[${Array.from(vector).join(',')}]`;

function bigEndianFloats(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(4 * i));
}
