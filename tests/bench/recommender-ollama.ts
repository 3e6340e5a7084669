import { fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { denseOver, embedCandidates } from '../../sidecar/recommender/dense/dense.ts';
import { createMemoryStore, withCache } from '../../sidecar/recommender/dense/embedding-cache.ts';
import { createOllamaEmbedder } from '../../sidecar/recommender/dense/ollama-embedder.ts';
import { topPositions } from '../../sidecar/recommender/ranking.ts';
import type { Row } from './detection-row.ts';
import { type Resume, readPostings } from './recommender-data.ts';

/** What is embedded: enough to say what one costs, little enough for a slow machine. */
const counts = { resumes: 20, postings: 10 };
const listLength = 50;

/**
 * An embedding model of a running Ollama: what its embedding costs, apart from what the list costs once the vectors are
 * there. All medians but the resumes'.
 */
export async function ollamaRows(
  resumes: readonly Resume[],
  options: { readonly model: string; readonly baseUrl: string },
): Promise<Row[]> {
  const embedder = await createOllamaEmbedder(options);
  const some = resumes.slice(0, counts.resumes);
  const ids = some.map(({ id }) => id);
  const start = performance.now();
  const matrix = await embedCandidates(
    some.map(({ text }) => fieldsOf(text)),
    { embedder },
  );
  const each = (performance.now() - start) / some.length;
  const cached = withCache(embedder, createMemoryStore(1000), (text) => text);
  const recommender = denseOver(matrix, cached);
  const times: { readonly first: number; readonly again: number }[] = [];
  for (const { text } of readPostings().slice(0, counts.postings)) {
    const first = await timed(() => recommender.score([text]));
    // Embedded already: what is left is the product and the list.
    const again = await timed(async () => {
      for (const scores of await recommender.score([text])) topPositions(scores, listLength, ids);
    });
    times.push({ first, again });
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  const embedding = median(times.map(({ first, again }) => Math.max(0, first - again)));
  const listing = median(times.map(({ again }) => again));
  return [
    {
      name: `${embedder.name}, embedding of a resume`,
      value: each,
      unit: 'ms',
      note: `mean of ${some.length}`,
    },
    { name: `${embedder.name}, embedding of a posting`, value: embedding, unit: 'ms' },
    { name: `${embedder.name}, list of ${some.length} once it is embedded`, value: listing, unit: 'ms' },
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
