import type { WeightedText } from '../architecture/packed-batch.ts';

/** Two answers to one prompt, ranked by the measured reward. */
export interface RankedPair {
  readonly prompt: readonly number[];
  readonly better: readonly number[];
  readonly worse: readonly number[];
}

/** Sums of the answers' log-ratios to the base model, `log p_current - log p_base`. */
export interface PairScores {
  readonly better: number;
  readonly worse: number;
}

/** How far the current model prefers the better answer more than the base does, times beta. */
export function preferenceMargin(scores: PairScores, beta: number): number {
  return beta * (scores.better - scores.worse);
}

/**
 * Direct preference optimisation (Rafailov et al. 2023, arXiv 2305.18290) as per-token weights: the gradient of
 * `-log σ(margin)` weighs each token of the better answer by `β σ(-margin)` and of the worse by its negative.
 */
export function preferenceWeights(
  pairs: readonly RankedPair[],
  scores: readonly PairScores[],
  beta: number,
): WeightedText[] {
  return pairs.flatMap((pair, index) => {
    const score = scores[index];
    if (score === undefined)
      throw new RangeError(
        `Pair ${index} has no scores; there are ${scores.length} scores for ${pairs.length} pairs.`,
      );
    const pull = beta / (1 + Math.exp(preferenceMargin(score, beta))) / pairs.length;
    const weighted = (answer: readonly number[], weight: number): WeightedText => ({
      tokens: [...pair.prompt, ...answer],
      weights: [...pair.prompt.map(() => 0), ...answer.map(() => weight)],
    });
    return [weighted(pair.better, pull), weighted(pair.worse, -pull)];
  });
}
