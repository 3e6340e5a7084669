import { ServiceUnavailable } from '../../routes/services.ts';
import type { Embedder } from './embedder.ts';
import { createMemoryStore, withCache } from './embedding-cache.ts';
import { createOllamaEmbedder } from './ollama-embedder.ts';

export interface OpenOllamaEmbedderOptions {
  readonly model: string;
  /** Ollama's own address on this machine when absent. */
  readonly baseUrl?: string | undefined;
  readonly allowOtherHost: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Chunks of postings kept embedded: some hundred postings with their variants. */
const queryCacheSize = 20_000;

/**
 * An embedding model of Ollama that remembers what it was asked, so that a changed sentence costs one chunk or two.
 * @throws RangeError for a cloud model or another machine; ServiceUnavailable where Ollama or the model does not answer.
 */
export async function openOllamaEmbedder(options: OpenOllamaEmbedderOptions): Promise<Embedder> {
  const { model, baseUrl, allowOtherHost, signal } = options;
  try {
    const embedder = await createOllamaEmbedder({
      model,
      allowOtherHost,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(signal === undefined ? {} : { signal }),
    });
    return withCache(embedder, createMemoryStore(queryCacheSize), (text) => text);
  } catch (error) {
    if (signal?.aborted || error instanceof RangeError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ServiceUnavailable(
      `The embedding model "${model}" does not answer (${reason}).`,
      `Start Ollama, or: ollama pull ${model}. Or choose another recommender: autorefine settings --recommender embedded`,
      { cause: error },
    );
  }
}
