import type { Recommender } from '../../training/recommender.ts';
import type { ExplainedRecommender } from './explained.ts';
import { averageRanks } from './ranking.ts';

/** Source: Cormack, Clarke, Büttcher (2009), Reciprocal rank fusion outperforms Condorcet; their constant. */
const rankConstant = 60;

export interface HybridPart {
  readonly label: string;
  readonly recommender: Recommender;
  readonly weight: number;
}

/**
 * Reciprocal-rank fusion: each part adds `weight / (60 + rank)`, weights normalised to sum 1, times 61 so that the first
 * of every part scores 1. Only ranks count, so that no part's scale matters.
 */
export function createHybridRecommender(parts: readonly HybridPart[]): ExplainedRecommender {
  const size = parts[0]?.recommender.size ?? 0;
  const totalWeight = parts.reduce((sum, part) => sum + part.weight, 0);
  // Plain loops: they run over everyone for every variant, where a callback for each costs several times as much.
  const fused = (ranks: Float64Array, weight: number) => {
    const first = (weight / totalWeight) * (rankConstant + 1);
    const scores = new Float32Array(ranks.length);
    for (let i = 0; i < ranks.length; i += 1) scores[i] = first / (rankConstant + (ranks[i] ?? 0));
    return scores;
  };

  const scoreParts = async (texts: readonly string[], signal?: AbortSignal) =>
    Promise.all(
      parts.map(async ({ recommender, weight }) =>
        (await recommender.score(texts, signal)).map((scores) => {
          signal?.throwIfAborted();
          return fused(averageRanks(scores), weight);
        }),
      ),
    );
  const sumAt = (scored: readonly Float32Array[][], text: number) => {
    const sum = new Float32Array(size);
    for (const part of scored) {
      const scores = part[text] ?? new Float32Array(size);
      for (let i = 0; i < size; i += 1) sum[i] = (sum[i] ?? 0) + (scores[i] ?? 0);
    }
    return sum;
  };

  return {
    name: `hybrid (${parts.map((part) => part.recommender.name).join(' + ')})`,
    size,
    async score(texts, signal) {
      const scored = await scoreParts(texts, signal);
      return texts.map((_, text) => sumAt(scored, text));
    },
    async explain(text, signal) {
      const scored = await scoreParts([text], signal);
      const labelled = parts.map(
        ({ label }, i) => [label, scored[i]?.[0] ?? new Float32Array(size)] as const,
      );
      return { scores: sumAt(scored, 0), parts: Object.fromEntries(labelled) };
    },
  };
}

/** The embedded default's fusion: for whole postings the dense order finds more of the right people (docs/recommender.md). */
export function fuseByRank(lexical: Recommender, dense: Recommender): ExplainedRecommender {
  return createHybridRecommender([
    { label: 'lexical', recommender: lexical, weight: 1 },
    { label: 'dense', recommender: dense, weight: 2 },
  ]);
}
