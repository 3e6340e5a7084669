import type { Random } from '../../../shared/random.ts';
import type { Fields } from '../candidate.ts';
import { embedCandidates } from './dense.ts';
import type { Embedder } from './embedder.ts';
import { createMemoryStore, withCache } from './embedding-cache.ts';
import {
  createLatentSemanticEmbedder,
  fitLatentSemantic,
  type LatentSemanticModel,
} from './latent-semantic.ts';
import { createVectorMatrix, type VectorMatrix } from './vector-matrix.ts';

/** A fit with the candidates' vectors: what takes seconds to make and milliseconds to read back. */
export interface FittedVectors {
  readonly model: LatentSemanticModel;
  /** Row-major candidates x dimensions, each row of length 1. */
  readonly rows: Float32Array;
}

/** Where the vectors of exactly these candidates are kept between starts. */
export interface FittedVectorStore {
  read(): FittedVectors | undefined;
  write(vectors: FittedVectors): void;
}

export interface LatentSemanticVectorsOptions {
  readonly dimensions: number;
  readonly random: Random;
  readonly store?: FittedVectorStore | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Chunks of postings kept embedded: some hundred postings with their variants. */
const queryCacheSize = 20_000;

/** The latent-semantic vectors of the candidates: read back where they were kept, else fitted, embedded and kept. */
export async function latentSemanticVectors(
  texts: readonly string[],
  fields: readonly Fields[],
  options: LatentSemanticVectorsOptions,
): Promise<{ matrix: VectorMatrix; embedder: Embedder }> {
  const { dimensions, random, store, signal, onProgress } = options;
  const kept = store?.read();
  if (kept?.model.dimensions === dimensions && kept.rows.length === texts.length * dimensions) {
    return { matrix: matrixOf(kept.rows, dimensions), embedder: embedderOf(kept.model) };
  }
  const model = fitLatentSemantic(texts, { dimensions, random, signal });
  const embedder = embedderOf(model);
  const matrix = await embedCandidates(fields, { embedder, signal, onProgress });
  store?.write({ model, rows: rowsOf(matrix) });
  return { matrix, embedder };
}

function embedderOf(model: LatentSemanticModel): Embedder {
  return withCache(createLatentSemanticEmbedder(model), createMemoryStore(queryCacheSize), (text) => text);
}

function matrixOf(rows: Float32Array, dimensions: number): VectorMatrix {
  const matrix = createVectorMatrix(rows.length / dimensions, dimensions);
  for (let row = 0; row < matrix.rows; row += 1) {
    matrix.set(row, rows.subarray(row * dimensions, (row + 1) * dimensions));
  }
  return matrix;
}

function rowsOf(matrix: VectorMatrix): Float32Array {
  const rows = new Float32Array(matrix.rows * matrix.dimensions);
  for (let row = 0; row < matrix.rows; row += 1) rows.set(matrix.row(row), row * matrix.dimensions);
  return rows;
}
