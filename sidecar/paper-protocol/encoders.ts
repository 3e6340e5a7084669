import type { Recommender } from '../../training/recommender.ts';
import { CommandError, exitCodes } from '../commands/context.ts';
import { fieldsOf, type RankedCandidate } from '../recommender/candidate.ts';
import { createDenseRecommender } from '../recommender/dense/dense.ts';
import type { Embedder } from '../recommender/dense/embedder.ts';
import { createMemoryStore, withCache } from '../recommender/dense/embedding-cache.ts';
import { createOllamaEmbedder } from '../recommender/dense/ollama-embedder.ts';
import { createLexicalRecommender } from '../recommender/lexical.ts';

/** Vectors of chunks that are remembered. */
const mostVectors = 50_000;

export interface EncoderOptions {
  readonly candidates: readonly RankedCandidate[];
  /** Embedding model of Ollama; word overlap alone when absent. */
  readonly encoderName?: string | undefined;
  readonly ollamaUrl: string;
  readonly signal: AbortSignal;
  readonly onProgress?: ((done: number, total: number, message: string) => void) | undefined;
}

/**
 * The recommenders that only read what others chose.
 * @throws CommandError when the embedding model does not answer or is not on this machine
 */
export async function encodersNeverSearched(options: EncoderOptions): Promise<Recommender[]> {
  const { candidates, encoderName: model, ollamaUrl, signal, onProgress } = options;
  const fields = candidates.map(({ text, occupation }) => fieldsOf(text, occupation));
  const lexical = createLexicalRecommender(fields);
  if (model === undefined) return [lexical];
  const embedder = await openEmbedder(model, ollamaUrl, signal);
  const dense = await createDenseRecommender(fields, {
    // Every method that leaves a posting as it was asks for the same vectors again.
    embedder: withCache(embedder, createMemoryStore(mostVectors), (text) => text),
    signal,
    onProgress: (done, total) => onProgress?.(done, total, `candidates read by ${model}`),
  });
  return [lexical, dense];
}

async function openEmbedder(model: string, baseUrl: string, signal: AbortSignal): Promise<Embedder> {
  try {
    return await createOllamaEmbedder({ model, baseUrl, signal });
  } catch (error) {
    if (signal.aborted || !(error instanceof Error)) throw error;
    if (error instanceof RangeError) throw new CommandError(error.message, exitCodes.usage, { cause: error });
    throw new CommandError(
      `The encoder "${model}" does not answer at ${baseUrl} (${error.message}). Start Ollama there, or install it: ollama pull ${model}`,
      exitCodes.missingService,
      { cause: error },
    );
  }
}
