import { createRandom } from '../../../shared/random.ts';
import { fieldsOf, type RankedCandidate } from '../candidate.ts';
import type { CandidateSource } from '../candidate-source.ts';
import { contentKey } from '../content-key.ts';
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
  /** The state of the pool that the rows are those of, where it has a name. */
  readonly state?: string | undefined;
  /** Share of the pool that came, went or changed since the model was fitted, of the pool it was fitted on. */
  readonly changedShare: number;
  /** Content keys of the candidates that the model was fitted on. */
  readonly fittedOn: readonly string[];
  /** Content key of each row. */
  readonly keys: readonly string[];
  /** Row-major candidates x dimensions, each row of length 1. */
  readonly rows: Float32Array;
}

/** Where the vectors are kept between starts. Fits of another seed are not read back. */
export interface FittedVectorStore {
  read(): FittedVectors | undefined;
  write(vectors: FittedVectors): void;
}

export interface FitOptions {
  readonly dimensions: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Vectors ready to be multiplied with. */
export interface OpenVectors {
  readonly matrix: VectorMatrix;
  readonly embedder: Embedder;
  /** Names the fit: texts of one fit may be compared with each other alone. */
  readonly modelKey: string;
  /** As in `FittedVectors`. */
  readonly changedShare: number;
}

type Texts = readonly Pick<RankedCandidate, 'text' | 'occupation'>[];

const fieldsOfAll = (candidates: Texts) =>
  candidates.map(({ text, occupation }) => fieldsOf(text, occupation));

/** From this share of changed candidates on, the model speaks of another pool and should be fitted again. */
export const refitShare = 0.2;
/** Chunks of postings kept embedded: some hundred postings with their variants. */
const queryCacheSize = 20_000;

/**
 * The latent-semantic vectors of the candidates. Those kept of this state of the pool are taken as they are, without a look
 * at the texts. A fit of another state is used again, however much changed since: only the candidates without a vector are
 * embedded, and `changedShare` tells when to fit anew.
 */
export async function latentSemanticVectors(
  people: CandidateSource,
  options: FitOptions & { readonly store?: FittedVectorStore | undefined },
): Promise<OpenVectors> {
  const { dimensions, store } = options;
  const { state } = people;
  const kept = store?.read();
  const fits = kept?.model.dimensions === dimensions;
  if (fits && state !== undefined && kept.state === state) return openVectors(kept);
  const candidates = people.read();
  const made = fits ? await bringUpToDate(kept, candidates, options) : await fitVectors(candidates, options);
  if (made !== kept || state !== kept.state) store?.write({ ...made, state });
  return openVectors(made);
}

/** Fits the model on these candidates and embeds them. Pure but for time: the same candidates and seed give the same. */
export async function fitVectors(candidates: Texts, options: FitOptions): Promise<FittedVectors> {
  const { dimensions, seed, signal } = options;
  const fields = fieldsOfAll(candidates);
  const texts = candidates.map(({ text }) => text);
  const random = createRandom(seed).fork('latent-semantic');
  const model = fitLatentSemantic(texts, { dimensions, random, signal });
  const matrix = await embedCandidates(fields, { ...options, embedder: createLatentSemanticEmbedder(model) });
  const keys = fields.map(contentKey);
  return { model, changedShare: 0, fittedOn: keys, keys, rows: rowsOf(matrix) };
}

export function openVectors(fitted: FittedVectors): OpenVectors {
  const { model, rows, changedShare } = fitted;
  return {
    matrix: matrixOf(rows, model.dimensions),
    embedder: withCache(
      createLatentSemanticEmbedder(model),
      createMemoryStore(queryCacheSize),
      (text) => text,
    ),
    get modelKey() {
      return contentKey({ headline: '', body: fitted.fittedOn.toSorted().join(' ') });
    },
    changedShare,
  };
}

async function bringUpToDate(
  kept: FittedVectors,
  candidates: Texts,
  options: FitOptions,
): Promise<FittedVectors> {
  const keys = fieldsOfAll(candidates).map(contentKey);
  if (areSame(keys, kept.keys)) return kept;
  const { dimensions } = kept.model;
  const known = new Map(kept.keys.map((key, row) => [key, row]));
  const missing = fieldsOfAll(candidates.filter((_, i) => !known.has(keys[i] ?? '')));
  const added = await embedCandidates(missing, {
    ...options,
    embedder: createLatentSemanticEmbedder(kept.model),
  });
  const rows = new Float32Array(keys.length * dimensions);
  let next = 0;
  keys.forEach((key, i) => {
    const row = known.get(key);
    const start = (row ?? 0) * dimensions;
    rows.set(
      row === undefined ? added.row(next) : kept.rows.subarray(start, start + dimensions),
      i * dimensions,
    );
    if (row === undefined) next += 1;
  });
  const { model, fittedOn } = kept;
  return { model, changedShare: changedShareOf(fittedOn, keys), fittedOn, keys, rows };
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key, i) => key === others[i]);
}

function changedShareOf(before: readonly string[], now: readonly string[]): number {
  if (areSame(before, now)) return 0;
  const old = new Set(before);
  const current = new Set(now);
  const came = [...current].filter((key) => !old.has(key)).length;
  const went = [...old].filter((key) => !current.has(key)).length;
  return Math.max(came, went) / Math.max(1, old.size);
}

function matrixOf(rows: Float32Array, dimensions: number): VectorMatrix {
  const matrix = createVectorMatrix(rows.length / dimensions, dimensions);
  matrix.setAll(rows);
  return matrix;
}

function rowsOf(matrix: VectorMatrix): Float32Array {
  const rows = new Float32Array(matrix.rows * matrix.dimensions);
  for (let row = 0; row < matrix.rows; row += 1) rows.set(matrix.row(row), row * matrix.dimensions);
  return rows;
}
