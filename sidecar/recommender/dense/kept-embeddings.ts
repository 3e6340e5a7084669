import { fieldsOf } from '../candidate.ts';
import type { CandidateSource } from '../candidate-source.ts';
import type { DenseOptions } from './dense.ts';
import { embedTexts } from './text-vectors.ts';
import { createVectorMatrix, type VectorMatrix } from './vector-matrix.ts';

/** Where candidates' vectors of an embedder that is not fitted here are kept: a model may take hours over a large pool. */
export interface EmbeddingStore {
  /** Vectors of this embedder by candidate id, of those whose text is still the one that was embedded. */
  read(embedder: string): ReadonlyMap<string, Float32Array>;
  /** Writes nothing where the pool is in another state by now. */
  write(state: string, embedder: string, vectors: ReadonlyMap<string, Float32Array>): void;
}

/** Candidates embedded at a time: what is done is kept, progress is told and a signal is heeded in between. */
const batch = 64;

/** The vectors of the candidates, one row each: kept ones as they are, the others embedded and kept batch by batch. */
export async function keptEmbeddings(
  people: CandidateSource,
  { embedder, store, signal, onProgress }: DenseOptions & { readonly store?: EmbeddingStore | undefined },
): Promise<VectorMatrix> {
  const { ids, state } = people;
  const matrix = createVectorMatrix(ids.length, embedder.dimensions);
  const kept = store?.read(embedder.name);
  const missing: number[] = [];
  ids.forEach((id, row) => {
    const vector = kept?.get(id);
    // A model that was replaced under the same name may have other dimensions.
    if (vector?.length === embedder.dimensions) matrix.set(row, vector);
    else missing.push(row);
  });
  if (missing.length === 0) return matrix;
  const candidates = people.read();
  for (let start = 0; start < missing.length; start += batch) {
    signal?.throwIfAborted();
    const rows = missing.slice(start, start + batch);
    const fields = rows.map((row) => fieldsOf(candidates[row]?.text ?? '', candidates[row]?.occupation));
    const vectors = await embedTexts(embedder, fields, signal);
    const made = new Map<string, Float32Array>();
    rows.forEach((row, i) => {
      const vector = vectors[i];
      if (vector === undefined) return;
      matrix.set(row, vector);
      made.set(ids[row] ?? '', vector);
    });
    if (state !== undefined) store?.write(state, embedder.name, made);
    onProgress?.(Math.min(start + batch, missing.length), missing.length);
  }
  return matrix;
}
