import { diffArrays } from 'diff';
import type { WeightedText } from '../architecture/packed-batch.ts';

/** A text to imitate: the prompt is given, the answer is learned. */
export interface Demonstration {
  readonly prompt: readonly number[];
  readonly answer: readonly number[];
  /** Answer tokens that a mere copy would not have. */
  readonly changed?: readonly boolean[];
}

/**
 * Supervised fine-tuning as per-token weights that sum to 1: a mean negative log-likelihood of which half is that of the
 * changed tokens. A rewrite is mostly copied; without that half a small model learns to copy all of it first.
 */
export function imitationWeights(demonstrations: readonly Demonstration[]): WeightedText[] {
  const isChanged = ({ changed }: Demonstration, i: number) => changed?.[i] === true;
  const all = demonstrations.reduce((sum, { answer }) => sum + answer.length, 0);
  const changed = demonstrations.reduce(
    (sum, d) => sum + d.answer.filter((_, i) => isChanged(d, i)).length,
    0,
  );
  const mixed = changed > 0 && changed < all;
  const [ofChanged, ofOthers] = mixed ? [0.5 / changed, 0.5 / (all - changed)] : [1 / all, 1 / all];
  return demonstrations.map((d) => ({
    tokens: [...d.prompt, ...d.answer],
    weights: [...d.prompt.map(() => 0), ...d.answer.map((_, i) => (isChanged(d, i) ? ofChanged : ofOthers))],
  }));
}

/** Which tokens of an answer are not those of the copy, by the longest common subsequence. */
export function changedTokens(copy: readonly number[], answer: readonly number[]): boolean[] {
  return diffArrays([...copy], [...answer])
    .filter((part) => !part.removed)
    .flatMap((part) => part.value.map(() => part.added === true));
}
