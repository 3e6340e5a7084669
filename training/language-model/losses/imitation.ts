import type { WeightedText } from '../architecture/packed-batch.ts';

/** A text to imitate: the prompt is given, the answer is learned. */
export interface Demonstration {
  readonly prompt: readonly number[];
  readonly answer: readonly number[];
  /** Which answer tokens count, such as only the changed ones; all when absent. */
  readonly counts?: readonly boolean[];
}

/**
 * Supervised fine-tuning as per-token weights: the mean negative log-likelihood over all counted answer tokens.
 */
export function imitationWeights(demonstrations: readonly Demonstration[]): WeightedText[] {
  const counted = (d: Demonstration, i: number) => d.counts?.[i] ?? true;
  const total = demonstrations.reduce((sum, d) => sum + d.answer.filter((_, i) => counted(d, i)).length, 0);
  return demonstrations.map((d) => ({
    tokens: [...d.prompt, ...d.answer],
    weights: [
      ...d.prompt.map(() => 0),
      ...d.answer.map((_, i) => (counted(d, i) ? 1 / Math.max(1, total) : 0)),
    ],
  }));
}
