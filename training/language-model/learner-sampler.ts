import { createRandom, type Random } from '../../shared/random.ts';
import type { Learner } from './learner.ts';
import type { Sampler } from './rollouts.ts';

export interface LearnerSamplerOptions {
  /** Greater than 0; 1 draws as the model says. */
  readonly temperature: number;
  readonly maxTokens: number;
  /** Draw from the model without its adapters. */
  readonly base?: boolean;
}

interface Draft {
  readonly tokens: number[];
  readonly random: Random;
  ended: boolean;
}

/**
 * Draws from the model in this process, where there is no Ollama: slower, and without a grammar that holds answers to
 * their form. The answers to one prompt grow side by side, so that the prompt is computed once a token, not once an answer.
 */
export function createLearnerSampler(learner: Learner, options: LearnerSamplerOptions): Sampler {
  const { tokenizer } = learner;
  const ends = new Set(tokenizer.ends);
  const grow = async (prompt: readonly number[], drafts: readonly Draft[], signal: AbortSignal) => {
    for (let length = 0; length < options.maxTokens; length += 1) {
      const open = drafts.filter((draft) => !draft.ended);
      if (open.length === 0) return;
      const texts = open.map(({ tokens }) => [...prompt, ...tokens]);
      const expected = await learner.next(texts, { base: options.base ?? false, signal });
      for (const [i, draft] of open.entries()) {
        const token = draw(
          expected[i]?.logProbabilities ?? new Float32Array(),
          options.temperature,
          draft.random,
        );
        if (ends.has(token)) draft.ended = true;
        else draft.tokens.push(token);
      }
    }
  };
  return {
    sample: async (prompts, count, seed, signal) => {
      const answers: string[][] = [];
      for (const [index, text] of prompts.entries()) {
        const encoded = tokenizer.encode(text);
        const prompt = tokenizer.beginning === undefined ? encoded : [tokenizer.beginning, ...encoded];
        const drafts = Array.from(
          { length: count },
          (_, i): Draft => ({
            tokens: [],
            random: createRandom(seed).fork(`${index} ${i}`),
            ended: false,
          }),
        );
        await grow(prompt, drafts, signal);
        answers.push(drafts.map(({ tokens }) => tokenizer.decode(tokens)));
      }
      return answers;
    },
  };
}

/** One token with probability proportional to `p^(1 / temperature)`. */
function draw(logProbabilities: Float32Array, temperature: number, random: Random): number {
  const most = logProbabilities.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logProbabilities.map((value) => Math.exp((value - most) / temperature));
  let rest = random.next() * weights.reduce((a, b) => a + b, 0);
  const drawn = weights.findIndex((weight) => {
    rest -= weight;
    return rest <= 0;
  });
  return drawn === -1 ? logProbabilities.indexOf(most) : drawn;
}
