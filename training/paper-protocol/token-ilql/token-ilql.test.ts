import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { decodePerturbed, type TokenModel } from './perturbed-decoding.ts';
import { learnTokenHeads, type TokenHeads } from './value-heads.ts';

/** One-hot states, so that linear heads can be exact. */
const state = (place: number) => Float32Array.from({ length: 4 }, (_, i) => (i === place ? 1 : 0));
const [the, ninja, expert, end] = [0, 1, 2, 3] as const;
const logged = (word: number, reward: number) => ({
  states: [state(0), state(1), state(2)],
  tokens: [the, word, end],
  reward,
});
/** "ninja" was written three times as often as "expert" and is worth 1 less. */
const logs = [...Array(3).fill(logged(ninja, -1)), logged(expert, 0)];

/** After "the" this model would rather say "ninja". */
const preference = [
  [-0.1, -5, -5, -5],
  [-6, -0.2, -1.9, -6],
  [-6, -6, -6, -0.01],
];
const model: TokenModel = {
  read: async (tokens, from) =>
    tokens.slice(from).map((_, i) => ({
      hidden: state(Math.min(2, from + i - 1)),
      logProbabilities: Float32Array.from(preference[Math.min(2, from + i - 1)] ?? []),
    })),
};
const none: TokenHeads = { advantages: () => new Map() };
const decode = (heads: TokenHeads, beta: number) =>
  decodePerturbed(model, { prompt: [9], draft: [the, ninja, end], end, most: 10, heads, beta });

describe('learnTokenHeads', () => {
  it('finds values where they are known: the expectile of what was logged', () => {
    // Which word was taken shows in the state after it, so that the end of either answer has its own value.
    const told = (word: number, reward: number) => ({
      states: [state(1), state(word === ninja ? 2 : 3)],
      tokens: [word, end],
      reward,
    });
    const heads = learnTokenHeads([...Array(3).fill(told(ninja, -1)), told(expert, 0)], createRandom(1), {
      epochs: 4000,
      discount: 1,
      expectile: 0.8,
      conservatism: 0,
    });
    const advantages = heads.advantages(state(1));
    // tau p (0 - v) = (1 - tau) (1 - p) (v + 1) with p = 1/4 gives v = -3/7; then Q is -1 and 0.
    expect(advantages.get(expert)).toBeCloseTo(3 / 7, 1);
    expect(advantages.get(ninja)).toBeCloseTo(3 / 7 - 1, 1);
  });

  it('gives the same heads for the same seed', () => {
    const of = () => [...learnTokenHeads(logs, createRandom(3)).advantages(state(1))];
    expect(of()).toEqual(of());
  });
});

describe('decodePerturbed', () => {
  it('is the model alone at beta 0, and takes the better word once the heads know it', async () => {
    const told = (word: number, reward: number) => ({
      states: [state(0), state(1), state(word === ninja ? 2 : 3)],
      tokens: [the, word, end],
      reward,
    });
    const heads = learnTokenHeads([...Array(3).fill(told(ninja, -1)), told(expert, 0)], createRandom(1), {
      epochs: 1500,
      conservatism: 0.01,
    });
    expect(await decode(none, 8)).toEqual([the, ninja]);
    expect(await decode(heads, 0)).toEqual([the, ninja]);
    expect(await decode(heads, 8)).toEqual([the, expert]);
  });

  it('gives what single steps give, whatever the draft', async () => {
    const vocabulary = 6;
    /** A model that looks at the last two tokens. */
    const twoBack = (seed: number) => {
      let passes = 0;
      const read: TokenModel['read'] = async (tokens, from) => {
        passes += 1;
        return tokens.slice(from).map((_, i) => {
          const random = createRandom(seed).fork(tokens.slice(Math.max(0, from + i - 2), from + i).join());
          return {
            hidden: new Float32Array(1),
            logProbabilities: Float32Array.from({ length: vocabulary }, () => random.next()),
          };
        });
      };
      return { read, passes: () => passes };
    };
    const draft = fc.array(fc.integer({ min: 0, max: vocabulary - 1 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1000 }), draft, async (seed, drafted) => {
        const options = { prompt: [1, 2], end: 0, most: 9, heads: none, beta: 0 };
        const single = twoBack(seed);
        const steps: number[] = [];
        while (steps.length < options.most) {
          const [next] = await single.read([...options.prompt, ...steps, 0], 2 + steps.length);
          const token = next!.logProbabilities.indexOf(Math.max(...next!.logProbabilities));
          if (token === 0) break;
          steps.push(token);
        }
        expect(await decodePerturbed(twoBack(seed), { ...options, draft: drafted })).toEqual(steps);
        const exact = twoBack(seed);
        await decodePerturbed(exact, { ...options, draft: [...steps, 0] });
        expect(exact.passes()).toBe(1);
      }),
    );
  });
});
