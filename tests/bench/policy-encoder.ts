import { createDenseRecommender } from '../../sidecar/recommender/dense/dense.ts';
import { createMemoryStore, withCache } from '../../sidecar/recommender/dense/embedding-cache.ts';
import { createOllamaEmbedder } from '../../sidecar/recommender/dense/ollama-embedder.ts';
import type { Row } from './detection-row.ts';
import { type RealOptions, realRows } from './policy-real.ts';

const model = 'all-minilm';

/**
 * The table of real text with a sentence encoder, in both directions: edits chosen on the default recommender and read on the
 * encoder, and the other way round, so the same sign on the other is no artefact of the recommender that was searched. Needs
 * an Ollama with `all-minilm` at `OLLAMA_HOST`.
 */
export async function encoderRows({
  signal,
  ...options
}: RealOptions & { readonly signal: AbortSignal }): Promise<Row[] | string> {
  const host = process.env.OLLAMA_HOST;
  if (host === undefined) return `set OLLAMA_HOST to an Ollama with ${model}, such as http://127.0.0.1:11434`;
  const embedder = await createOllamaEmbedder({ model, baseUrl: host, signal });
  const cached = withCache(embedder, createMemoryStore(50_000), (text) => text);
  const rows = await realRows({
    ...options,
    encoder: (fields) =>
      createDenseRecommender(fields, {
        embedder: cached,
        signal,
        onProgress: (done, total) => options.say(`encoder: ${done} of ${total} candidates embedded`),
      }),
  });
  return typeof rows === 'string' ? rows : rows.map((row) => ({ ...row, name: `encoder ${row.name}` }));
}
