import { createRandom, type Random } from '../../shared/random.ts';
import { type Learner, openLearner } from './learner.ts';
import type { RewardedTask, Sampler } from './rollouts.ts';

/** A bandit of text: each task is rewarded for one of four letters. */
export const letters = ['A', 'B', 'C', 'D'] as const;
export type Letter = (typeof letters)[number];

export const letterTask = (id: string, right: Letter): RewardedTask => ({
  id,
  prompt: `${id}=`,
  reward: async (answer) => (answer === right ? 1 : 0),
});

/** The tiny model, with room for short texts. */
export const openLetterLearner = (modelPath: string, seed = 1): Promise<Learner> =>
  openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v', 'ffn_down'],
    rank: 4,
    alpha: 8,
    pass: { tokens: 32, predictions: 16 },
    threads: 1,
    random: createRandom(seed),
  });

/** Draws letters from the model itself by scoring each of them, so that nothing but its weights decides. */
export function letterSampler(learner: Learner): Sampler {
  return {
    sample: async (prompts, count, seed) => {
      const random = createRandom(seed);
      const texts = prompts.flatMap((prompt) =>
        letters.map((letter) => {
          const tokens = learner.tokenizer.encode(prompt + letter);
          return { tokens, from: tokens.length - 1 };
        }),
      );
      const scores = await learner.score(texts);
      return prompts.map((_, i) => {
        const of = scores.slice(i * letters.length, (i + 1) * letters.length);
        const weights = of.map((score) => Math.exp(score.logProbabilities.at(-1) ?? 0));
        return Array.from({ length: count }, () => letters[draw(weights, random)] ?? 'A');
      });
    },
  };
}

function draw(weights: readonly number[], random: Random): number {
  let rest = random.next() * weights.reduce((a, b) => a + b, 0);
  return weights.findIndex((weight) => {
    rest -= weight;
    return rest <= 0;
  });
}
