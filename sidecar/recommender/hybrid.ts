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
  const fused = (ranks: Float64Array, weight: number) =>
    Float32Array.from(ranks, (rank) => ((weight / totalWeight) * (rankConstant + 1)) / (rankConstant + rank));

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
      part[text]?.forEach((value, i) => {
        sum[i] = (sum[i] ?? 0) + value;
      });
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
