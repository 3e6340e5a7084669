import type { Random } from '../../../shared/random.ts';
import type { Recommender } from '../../../training/recommender.ts';
import { fieldsOf } from '../candidate.ts';
import type { Embedder } from '../dense/embedder.ts';
import { embedTexts } from '../dense/text-vectors.ts';
import type { VectorMatrix } from '../dense/vector-matrix.ts';
import type { ExplainedRecommender } from '../explained.ts';
import { fitPairwise, type Pairs } from './pairwise-logistic.ts';
import { countInteractions, gradesOf, type PastInteractions } from './past-interactions.ts';

export interface InteractionsOptions {
  readonly lexical: Recommender;
  /** The candidates' vectors and what embeds a posting beside them. */
  readonly matrix: VectorMatrix;
  readonly embedder: Embedder;
  /** Aligned with the rows of the matrix. */
  readonly candidateIds: readonly string[];
  readonly past: readonly PastInteractions[];
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

/** The score of somebody of whom nothing was learned: twice the vectors' weight, as in the hybrid, at a logit's scale. */
const prior = { lexical: 2, dense: 4 } as const;
/** How many pairs the prior weighs as much as; the more were seen, the less it counts. */
const priorPairs = 25;
/** Pairs drawn for each person who applied: half from the people who got less far, half from those who took no step. */
const pairsEach = 4;
/** More pairs add time and little else. */
const mostPairs = 20_000;

/**
 * A re-ranker learned from the company's own applications and hires: where wording enters in practice. The score is
 * linear in the lexical score, in each dimension of posting times candidate, and in each dimension of the candidate:
 * `a lex + sum_k (m_k q_k + v_k) c_k`, so that scoring everybody is still one matrix product. For measuring only: it
 * repeats what the company did, and must never decide whom a person sees.
 * @throws ServiceUnavailable when there is too little to learn from.
 */
export async function createInteractionsRecommender(
  options: InteractionsOptions,
): Promise<ExplainedRecommender> {
  const { lexical, matrix, embedder, candidateIds } = options;
  const { postings, applications } = countInteractions(options.past);
  const d = embedder.dimensions;
  const perDimension = Math.sqrt(d);
  const start = new Float64Array(1 + 2 * d);
  start[0] = prior.lexical;
  start.fill(prior.dense / perDimension, 1, 1 + d);
  const pairs = await collectPairs(options);
  const ridge = priorPairs / Math.max(1, pairs.differences.length / pairs.width);
  const weights = fitPairwise(pairs, { prior: start, ridge, signal: options.signal });
  const lexicalWeight = weights[0] ?? 0;

  const scoreParts = async (texts: readonly string[], signal?: AbortSignal) => {
    const lexicalScores = await lexical.score(texts, signal);
    const queries = await embed(embedder, texts, signal);
    signal?.throwIfAborted();
    const plain = queries.map((query) => query.map((value) => prior.dense * value));
    const learned = queries.map((query) =>
      query.map((value, k) => {
        const weight = perDimension * ((weights[1 + k] ?? 0) - (start[1 + k] ?? 0));
        return weight * value + (weights[1 + d + k] ?? 0);
      }),
    );
    const products = matrix.product([...plain, ...learned]);
    return lexicalScores.map((scores, text) => ({
      lexical: unitMaximum(scores).map((score) => lexicalWeight * score),
      dense: products[text] ?? new Float32Array(matrix.rows),
      interactions: products[texts.length + text] ?? new Float32Array(matrix.rows),
    }));
  };
  const total = ({ lexical, dense, interactions }: Awaited<ReturnType<typeof scoreParts>>[number]) =>
    lexical.map((score, i) => score + (dense[i] ?? 0) + (interactions[i] ?? 0));

  return {
    name: `interactions (${lexical.name} + ${embedder.name}, learned from ${applications} applications to ${postings} postings)`,
    size: candidateIds.length,
    async score(texts, signal) {
      signal?.throwIfAborted();
      return (await scoreParts(texts, signal)).map(total);
    },
    async explain(text, signal) {
      const [parts] = await scoreParts([text], signal);
      return parts
        ? { scores: total(parts), parts: { ...parts } }
        : { scores: new Float32Array(candidateIds.length), parts: {} };
    },
  };
}

const embed = (embedder: Embedder, texts: readonly string[], signal?: AbortSignal) =>
  embedTexts(
    embedder,
    texts.map((text) => fieldsOf(text)),
    signal,
  );

/** BM25 has no upper end, and a longer posting no better fit: the best candidate of each posting has 1. */
function unitMaximum(scores: Float32Array): Float32Array {
  let highest = 0;
  for (const score of scores) if (score > highest) highest = score;
  return highest > 0 ? scores.map((score) => score / highest) : scores;
}

/** Which two people stand for a pair; nothing in it depends on the order of the pool or of the outcomes. */
async function collectPairs(options: InteractionsOptions): Promise<Pairs> {
  const { lexical, matrix, embedder, candidateIds, past, random, signal } = options;
  const positions = new Map(candidateIds.map((id, position) => [id, position]));
  const sortedIds = [...candidateIds].sort();
  const rows: Float32Array[] = [];
  for (const posting of [...past].sort((a, b) => (a.postingId < b.postingId ? -1 : 1))) {
    signal?.throwIfAborted();
    const drawn = drawPairs(posting, sortedIds, random.fork(posting.postingId));
    if (drawn.length === 0) continue;
    const [scores = new Float32Array()] = await lexical.score([posting.text], signal);
    const [query = new Float32Array()] = await embed(embedder, [posting.text], signal);
    const lexicalScores = unitMaximum(scores);
    for (const { better, worse } of drawn) {
      const [a, b] = [positions.get(better), positions.get(worse)];
      if (a === undefined || b === undefined) continue;
      const lead = (lexicalScores[a] ?? 0) - (lexicalScores[b] ?? 0);
      rows.push(difference(lead, query, matrix.row(a), matrix.row(b)));
    }
  }
  const width = 1 + 2 * embedder.dimensions;
  const kept = random.fork('pairs').shuffle(rows).slice(0, mostPairs);
  const differences = new Float32Array(kept.length * width);
  kept.forEach((row, i) => {
    differences.set(row, i * width);
  });
  return { differences, width };
}

function difference(lead: number, query: Float32Array, better: Float32Array, worse: Float32Array) {
  const d = query.length;
  const row = new Float32Array(1 + 2 * d);
  row[0] = lead;
  for (let k = 0; k < d; k += 1) {
    const gap = (better[k] ?? 0) - (worse[k] ?? 0);
    row[1 + k] = Math.sqrt(d) * (query[k] ?? 0) * gap;
    row[1 + d + k] = gap;
  }
  return row;
}

interface Pair {
  readonly better: string;
  readonly worse: string;
}

function drawPairs(posting: PastInteractions, sortedIds: readonly string[], random: Random): Pair[] {
  const grades = gradesOf(posting);
  const known = [...grades].sort(([a], [b]) => (a < b ? -1 : 1));
  return known
    .filter(([, grade]) => grade > 0)
    .flatMap(([better, grade]) => {
      const behind = known.filter(([, other]) => other < grade).map(([id]) => id);
      const from = (ids: readonly string[]) =>
        ids.length === 0 ? [] : Array.from({ length: pairsEach / 2 }, () => ids[random.integer(ids.length)]);
      const strangers = from(sortedIds).filter((id) => id !== undefined && !grades.has(id));
      return [...from(behind), ...strangers].flatMap((worse) =>
        worse === undefined ? [] : [{ better, worse }],
      );
    });
}
