import type { Fields } from '../candidate.ts';
import { chunksOf } from './chunks.ts';
import type { Embedder } from './embedder.ts';

/** Length of the headline's vector beside that of the whole body; halving or doubling it found fewer of the right people. */
const headlineShare = 1;

/**
 * One vector of length 1 for each text: the sum of its chunks' vectors, which is what makes the whole text count, plus
 * the headline, whose vector is scaled to a fixed share of the body's. A text without a known word has the zero vector.
 */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly Fields[],
  signal?: AbortSignal,
): Promise<Float32Array[]> {
  const parts = texts.map(({ headline, body }) => ({ headline: headline.trim(), chunks: chunksOf(body) }));
  const wanted = parts.flatMap(({ headline, chunks }) => (headline ? [headline, ...chunks] : chunks));
  const vectors = await embedder.embed(wanted, signal);
  let at = 0;
  return parts.map(({ headline, chunks }) => {
    const first = headline ? vectors[at++] : undefined;
    const body = new Float64Array(embedder.dimensions);
    for (let i = 0; i < chunks.length; i += 1) add(body, vectors[at++], 1);
    const bodyLength = length(body) || 1;
    const sum = body.map((value) => value / bodyLength);
    if (first) add(sum, first, headlineShare / (length(first) || 1));
    const norm = length(sum) || 1;
    return Float32Array.from(sum, (value) => value / norm);
  });
}

function add(target: Float64Array, vector: Float32Array | undefined, scale: number): void {
  for (let k = 0; k < target.length; k += 1) target[k] = (target[k] ?? 0) + scale * (vector?.[k] ?? 0);
}

function length(vector: Float32Array | Float64Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
