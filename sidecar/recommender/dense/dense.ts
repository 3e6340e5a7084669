import type { Recommender } from '../../../training/recommender.ts';
import { type Fields, fieldsOf } from '../candidate.ts';
import type { Embedder } from './embedder.ts';
import { embedTexts } from './text-vectors.ts';
import { createVectorMatrix, type VectorMatrix } from './vector-matrix.ts';

export interface DenseOptions {
  readonly embedder: Embedder;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Candidates embedded at a time: progress and cancelling are checked in between. */
const batch = 64;

/** Cosine of whole-text vectors: one matrix product for all variants of a posting. */
export async function createDenseRecommender(
  candidates: readonly Fields[],
  options: DenseOptions,
): Promise<Recommender> {
  return denseOver(await embedCandidates(candidates, options), options.embedder);
}

/** The vectors of the candidates, one row each, of length 1. */
export async function embedCandidates(
  candidates: readonly Fields[],
  options: DenseOptions,
): Promise<VectorMatrix> {
  const { embedder, signal, onProgress } = options;
  const matrix = createVectorMatrix(candidates.length, embedder.dimensions);
  for (let start = 0; start < candidates.length; start += batch) {
    signal?.throwIfAborted();
    const vectors = await embedTexts(embedder, candidates.slice(start, start + batch), signal);
    vectors.forEach((vector, i) => {
      matrix.set(start + i, vector);
    });
    onProgress?.(Math.min(start + batch, candidates.length), candidates.length);
  }
  return matrix;
}

/** Scores by the inner product with vectors that are there already, each of length 1. */
export function denseOver(matrix: VectorMatrix, embedder: Embedder): Recommender {
  return {
    name: `dense (${embedder.name})`,
    size: matrix.rows,
    async score(texts, signal) {
      signal?.throwIfAborted();
      const fields = texts.map((text) => fieldsOf(text));
      const queries = await embedTexts(embedder, fields, signal);
      signal?.throwIfAborted();
      return matrix.product(queries);
    },
  };
}
