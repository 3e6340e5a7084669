import { createRandom } from '../../shared/random.ts';
import { fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { denseOver } from '../../sidecar/recommender/dense/dense.ts';
import { createMemoryStore, withCache } from '../../sidecar/recommender/dense/embedding-cache.ts';
import {
  createLatentSemanticEmbedder,
  fitLatentSemantic,
} from '../../sidecar/recommender/dense/latent-semantic.ts';
import { createVectorMatrix } from '../../sidecar/recommender/dense/vector-matrix.ts';
import { createLexicalRecommender } from '../../sidecar/recommender/lexical.ts';
import { topPositions } from '../../sidecar/recommender/ranking.ts';
import type { Recommender } from '../../training/recommender.ts';
import { type Row, withGoal } from './detection-row.ts';

const dimensions = 384;
const listLength = 50;
const words = Array.from({ length: 4000 }, (_, i) => `term${i.toString(36)}x`);

/** Made-up text whose words are as unevenly frequent as those of a language (rank times frequency is constant). */
function madeUpText(sentences: number, random: ReturnType<typeof createRandom>): string {
  const word = () => words[Math.floor(words.length ** random.next()) - 1] ?? '';
  return Array.from({ length: sentences }, () => `${Array.from({ length: 14 }, word).join(' ')}.`).join(' ');
}

/** A posting of about 400 words and variants of it that each change two sentences. */
function postingVariants(count: number): string[] {
  const random = createRandom(5);
  const sentences = madeUpText(30, random).split(/(?<=\.) /);
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return sentences.join(' ');
    const changed = sentences.slice();
    for (let k = 0; k < 2; k += 1) changed[random.integer(changed.length)] = madeUpText(1, random);
    return changed.join(' ');
  });
}

/**
 * Median and quartiles of the time from texts to lists, in milliseconds, over fresh variants each time. The processor
 * time beside it tells a slow recommender from a busy machine.
 */
async function listTimes(recommender: Recommender, variants: number, runs: number) {
  const ids = Array.from({ length: recommender.size }, (_, i) => String(i).padStart(7, '0'));
  const pool = postingVariants(variants * (runs + 2));
  const times: number[] = [];
  const processorTimes: number[] = [];
  for (let run = 0; run < runs + 2; run += 1) {
    const texts = pool.slice(run * variants, (run + 1) * variants);
    const start = performance.now();
    const used = process.cpuUsage();
    for (const scores of await recommender.score(texts)) topPositions(scores, listLength, ids);
    if (run < 2) continue;
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    processorTimes.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  processorTimes.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  const processor = processorTimes[Math.floor(processorTimes.length / 2)] ?? 0;
  return {
    value: at(0.5),
    spread: [at(0.25), at(0.75)] as const,
    note: `processor ${processor.toFixed(1)} ms`,
  };
}

function denseOfSize(size: number): Recommender {
  const random = createRandom(9);
  const texts = Array.from({ length: 1000 }, () => madeUpText(20, random));
  const model = fitLatentSemantic(texts, { dimensions, random });
  const embedder = withCache(createLatentSemanticEmbedder(model), createMemoryStore(20_000), (text) => text);
  const matrix = createVectorMatrix(size, dimensions);
  // Rows are cuts of one stream of numbers: what they hold does not change how long a product takes.
  const stream = Float32Array.from({ length: 1 << 20 }, () => random.next() - 0.5);
  for (let row = 0; row < size; row += 1) {
    const start = random.integer(stream.length - dimensions);
    matrix.set(row, stream.subarray(start, start + dimensions));
  }
  return denseOver(matrix, embedder);
}

/** Text in, 50 best out, on made-up candidates; the resident set is read while the largest pool is in memory. */
export async function speedRows(quick: boolean): Promise<Row[]> {
  const runs = quick ? 11 : 31;
  const rows: Row[] = [];
  const time = async (name: string, recommender: Recommender, variants: number, goal?: number) => {
    const row: Row = { name, unit: 'ms', ...(await listTimes(recommender, variants, runs)) };
    rows.push(goal === undefined ? row : withGoal(row, { atMost: goal }));
  };

  const small = denseOfSize(10_000);
  await time('dense, 10,000 x 384, 1 posting', small, 1, 8);
  await time('dense, 10,000 x 384, 64 variants', small, 64, 60);
  const large = denseOfSize(100_000);
  await time('dense, 100,000 x 384, 1 posting', large, 1, 40);
  const resident = process.memoryUsage.rss() / 2 ** 20;
  rows.push(withGoal({ name: 'resident set with both pools', value: resident, unit: 'MB' }, { atMost: 500 }));
  if (!quick) {
    await time('dense, 1,000,000 x 384, 1 posting, exact', denseOfSize(1_000_000), 1, 400);
    const value = process.memoryUsage.rss() / 2 ** 20;
    rows.push({ name: 'resident set with all three pools', value, unit: 'MB' });
  }

  const random = createRandom(13);
  const candidates = Array.from({ length: 10_000 }, () => fieldsOf(madeUpText(25, random)));
  const lexical = createLexicalRecommender(candidates);
  await time('lexical, 10,000, 1 posting', lexical, 1, 40);
  await time('lexical, 10,000, 64 variants', lexical, 64);
  return rows;
}
