import type { EmbeddingStore } from '../recommender/dense/kept-embeddings.ts';
import type { Database } from './database.ts';
import { numbersIn } from './made-of-pool.ts';

/**
 * Candidates' vectors of embedding models, in the main database: a vector goes with the person, and when the text that it was
 * made of changes (a trigger), and it is encrypted and backed up with the rest.
 * @param poolState the state that the pool is in now
 */
export function createCandidateVectorTable(database: Database, poolState: () => string): EmbeddingStore {
  const all = database.prepare<[string], { id: string; vector: Buffer }>(
    `SELECT c.external_id AS id, v.vector FROM candidate_vectors v JOIN candidates c ON c.id = v.candidate_id
     WHERE v.embedder = ?`,
  );
  const insert = database.prepare<[string, Uint8Array, string]>(
    `INSERT OR REPLACE INTO candidate_vectors (candidate_id, embedder, vector)
     SELECT id, ?, ? FROM candidates WHERE external_id = ?`,
  );
  const write = database.transaction(
    (state: string, embedder: string, vectors: ReadonlyMap<string, Float32Array>) => {
      if (poolState() !== state) return;
      for (const [id, { buffer, byteOffset, byteLength }] of vectors)
        insert.run(embedder, new Uint8Array(buffer, byteOffset, byteLength), id);
    },
  );
  return {
    read(embedder) {
      const vectors = new Map<string, Float32Array>();
      for (const { id, vector } of all.iterate(embedder))
        vectors.set(id, new Float32Array(numbersIn(vector, Float32Array)));
      return vectors;
    },
    write: (state, embedder, vectors) => write.immediate(state, embedder, vectors),
  };
}
