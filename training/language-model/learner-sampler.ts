import { createRandom, type Random } from '../../shared/random.ts';
import { type Decoder, none } from './decoder.ts';
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
  /** Place of its last token. */
  last: number;
  ended: boolean;
}

/** Answers that grow side by side: as many as one narrow pass computes. */
const together = 32;

/**
 * Draws from the model in this process, where there is no Ollama: without a grammar that holds answers to their form. Answers
 * to several prompts grow side by side, and what prompts begin with in common is computed once.
 */
export function createLearnerSampler(learner: Learner, options: LearnerSamplerOptions): Sampler {
  const { tokenizer } = learner;
  const ends = new Set(tokenizer.ends);
  const { base = false } = options;

  /** Reads prompts into a decoder. @returns the place of each one's last token. */
  function read(decoder: Decoder, prompts: readonly string[]): number[] {
    const known = new Map<string, number>();
    return prompts.map((text) => {
      const encoded = tokenizer.encode(text);
      const tokens = tokenizer.beginning === undefined ? encoded : [tokenizer.beginning, ...encoded];
      return tokens.reduce((after, token) => {
        const key = `${after} ${token}`;
        const place = known.get(key) ?? decoder.place(token, after);
        known.set(key, place);
        return place;
      }, none);
    });
  }

  async function grow(
    prompts: readonly string[],
    drafts: readonly (readonly Draft[])[],
    signal: AbortSignal,
  ) {
    const decoder = learner.decoder({ base });
    const lasts = read(decoder, prompts);
    const first = await decoder.expect(lasts, signal);
    for (const [i, group] of drafts.entries())
      for (const draft of group) {
        draft.last = lasts[i] ?? none;
        extend(decoder, draft, first[i]);
      }
    for (let length = 1; length < options.maxTokens; length += 1) {
      const open = drafts.flat().filter((draft) => !draft.ended);
      if (open.length === 0) return;
      const places = open.map((draft) => draft.last);
      const expected = await decoder.expect(places, signal);
      for (const [i, draft] of open.entries()) extend(decoder, draft, expected[i]);
    }
  }

  function extend(decoder: Decoder, draft: Draft, expected: Float32Array = new Float32Array()): void {
    const token = drawToken(expected, options.temperature, draft.random);
    if (ends.has(token)) {
      draft.ended = true;
      return;
    }
    draft.tokens.push(token);
    draft.last = decoder.place(token, draft.last);
  }

  return {
    sample: async (prompts, count, seed, signal) => {
      const drafts = prompts.map((_, index) =>
        Array.from(
          { length: count },
          (_, i): Draft => ({
            tokens: [],
            random: createRandom(seed).fork(`${index} ${i}`),
            last: none,
            ended: false,
          }),
        ),
      );
      const atOnce = Math.max(1, Math.floor(together / Math.max(1, count)));
      for (let start = 0; start < prompts.length; start += atOnce)
        await grow(prompts.slice(start, start + atOnce), drafts.slice(start, start + atOnce), signal);
      return drafts.map((group) => group.map(({ tokens }) => tokenizer.decode(tokens)));
    },
  };
}

/** One token with probability proportional to `p^(1 / temperature)`. */
function drawToken(logProbabilities: Float32Array, temperature: number, random: Random): number {
  const most = logProbabilities.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logProbabilities.map((value) => Math.exp((value - most) / temperature));
  let rest = random.next() * weights.reduce((a, b) => a + b, 0);
  const drawn = weights.findIndex((weight) => {
    rest -= weight;
    return rest <= 0;
  });
  return drawn === -1 ? logProbabilities.indexOf(most) : drawn;
}
