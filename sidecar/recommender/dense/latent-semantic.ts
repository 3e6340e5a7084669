import type { Random } from '../../../shared/random.ts';
import { termsOf } from '../terms.ts';
import type { Embedder } from './embedder.ts';
import { rightSingularVectors } from './randomised-svd.ts';
import { sparseMatrix } from './sparse-matrix.ts';

export interface LatentSemanticOptions {
  readonly dimensions: number;
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

/** What a fit leaves behind: enough to embed any text, nothing of any one candidate but the words of many. */
export interface LatentSemanticModel {
  readonly dimensions: number;
  /** Row of each term in `projection`. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Row-major terms x dimensions: the right singular vectors, each row scaled by the term's idf. */
  readonly projection: Float32Array;
}

/** A term of one person alone would carry that person into the model. */
const leastDocuments = 2;
/** More documents than this add time and no accuracy; which ones are taken depends on their text alone. */
const mostDocuments = 6000;
const mostTerms = 30_000;

/**
 * Fits latent-semantic vectors: tf-idf (1 + ln tf, ln N/df), rows of length 1, randomised SVD. The fit does not depend
 * on the order of the texts.
 * Source: Deerwester et al. (1990), Indexing by latent semantic analysis.
 */
export function fitLatentSemantic(
  texts: readonly string[],
  options: LatentSemanticOptions,
): LatentSemanticModel {
  const sampled = options.random
    .fork('sample')
    .shuffle([...texts].sort())
    .slice(0, mostDocuments)
    .sort();
  const counted = sampled.map((text) => countTerms(text));
  const documentFrequency = new Map<string, number>();
  for (const counts of counted) {
    for (const term of counts.keys()) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  }
  const kept = [...documentFrequency]
    .filter(([, frequency]) => frequency >= Math.min(leastDocuments, sampled.length))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostTerms);
  const vocabulary = new Map(kept.map(([term], row) => [term, row]));
  const idf = kept.map(([, frequency]) => Math.log((1 + sampled.length) / frequency));

  const rows = counted.map((counts) => {
    const row: [number, number][] = [];
    for (const [term, count] of counts) {
      const column = vocabulary.get(term);
      if (column !== undefined) row.push([column, dampened(count) * (idf[column] ?? 0)]);
    }
    const norm = Math.hypot(...row.map(([, value]) => value)) || 1;
    return row.map(([column, value]): [number, number] => [column, value / norm]);
  });
  const matrix = sparseMatrix(rows, kept.length);
  const { vectors, rank } = rightSingularVectors(
    matrix,
    options.dimensions,
    options.random.fork('svd'),
    options.signal,
  );

  const projection = new Float32Array(kept.length * options.dimensions);
  for (let row = 0; row < kept.length; row += 1) {
    for (let k = 0; k < rank; k += 1) {
      projection[row * options.dimensions + k] = (idf[row] ?? 0) * (vectors[row * rank + k] ?? 0);
    }
  }
  return { dimensions: options.dimensions, vocabulary, projection };
}

/** The embedder of a fitted model. */
export function createLatentSemanticEmbedder(model: LatentSemanticModel): Embedder {
  const { dimensions, vocabulary, projection } = model;
  const embedOne = (text: string) => {
    const vector = new Float32Array(dimensions);
    for (const [term, count] of countTerms(text)) {
      const row = vocabulary.get(term);
      if (row === undefined) continue;
      const weight = dampened(count);
      const start = row * dimensions;
      for (let k = 0; k < dimensions; k += 1)
        vector[k] = (vector[k] ?? 0) + weight * (projection[start + k] ?? 0);
    }
    return vector;
  };
  return {
    name: `latent-semantic ${dimensions}-d`,
    dimensions,
    async embed(texts, signal) {
      return texts.map((text) => {
        signal?.throwIfAborted();
        return embedOne(text);
      });
    },
  };
}

const dampened = (count: number) => 1 + Math.log(count);

function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
