import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { openSession } from '../onnx/session.ts';
import { architectures, type Configuration } from './configuration.ts';
import { type PredictedText, packTexts } from './packed-batch.ts';
import { adapterPlaces } from './projections.ts';
import { buildTransformer } from './transformer.ts';

const tiny = (architecture: Configuration['architecture']): Configuration => ({
  architecture,
  layers: 2,
  width: 16,
  heads: 4,
  groups: 2,
  headSize: 4,
  feedForward: 24,
  vocabulary: 40,
  context: 64,
  normEpsilon: 1e-5,
  rotaryBase: 10_000,
  ...(architecture === 'gemma3' ? { local: { window: 3, rotaryBase: 100, globalEvery: 2 } } : {}),
  interleavedRotary: architecture === 'llama',
  activation: architecture === 'gemma3' ? 'gelu' : 'silu',
  embeddingScale: architecture === 'gemma3' ? 4 : 1,
  attentionBias: architecture === 'qwen2',
  headNorms: architecture === 'qwen3' || architecture === 'gemma3',
  postNorms: architecture === 'gemma3',
  tiedHead: architecture !== 'qwen2',
});

const predicted = (tokens: number[], weights: number[]): PredictedText => ({
  tokens,
  predictions: weights.map((weight, i) => ({ at: tokens.length - weights.length + i, weight })),
});
const texts = [predicted([1, 5, 9, 13, 2, 7], [1, 0.5, -0.7, 1]), predicted([3, 8, 21, 4], [1, 1, 0.3])];
/** Two answers to one question. */
const answers = [predicted([1, 5, 9, 13, 2], [0.4, 1]), predicted([1, 5, 9, 8, 3, 6], [-1, 0.2, 1])];

/** Enough for all of them together. */
const size = { tokens: 18, predictions: 14 };

/** A tiny random model of one architecture, compiled for one pass length. */
async function openTiny(configuration: Configuration) {
  const places = adapterPlaces(configuration, ['attn_q', 'attn_v', 'ffn_down']);
  const built = buildTransformer(configuration, { ...size, rank: 2, adapterScale: 1.5, places });
  const random = createRandom(5);
  const model: Record<string, Float32Array> = {};
  for (const input of built.graph.inputs) {
    if (input.type !== 'float32') continue;
    const length = input.shape.reduce((a, b) => a * b, 1);
    const around = input.name.includes('norm') ? 1 : 0;
    model[input.name] = Float32Array.from({ length }, () => around + random.normal() * 0.3);
  }
  const session = await openSession(built.graph, [built.logProbabilities, ...built.gradients], {
    threads: 1,
  });
  return { built, model, session };
}

describe.each(architectures)('%s', (architecture) => {
  const configuration = tiny(architecture);

  it('gradients of every adapter equal finite differences', async () => {
    const { built, model, session } = await openTiny(configuration);
    const [batch] = packTexts(configuration, [...texts, ...answers], size);
    const feeds = { ...model, ...batch!.feeds };
    const weights = batch!.feeds.weights as Float32Array;
    const lossWith = async (changes: Record<string, Float32Array>) => {
      const [logProbabilities] = await session.run({ ...feeds, ...changes });
      return -logProbabilities!.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
    };
    const [, ...gradients] = await session.run(feeds);
    const random = createRandom(9);
    for (const [index, adapter] of built.adapters.entries()) {
      const value = model[adapter.name]!;
      const direction = value.map(() => random.normal());
      const moved = (step: number) => ({
        [adapter.name]: value.map((x, i) => x + step * (direction[i] ?? 0)),
      });
      const numeric = ((await lossWith(moved(1e-3))) - (await lossWith(moved(-1e-3)))) / 2e-3;
      const exact = gradients[index]!.reduce((sum, g, i) => sum + g * (direction[i] ?? 0), 0);
      expect(Math.abs(numeric - exact) / Math.max(0.5, Math.abs(exact))).toBeLessThan(2e-2);
    }
    await session.close();
  });

  it('packed texts are blind to each other and to padding, also where they share their beginning', async () => {
    const { model, session } = await openTiny(configuration);
    const run = async (some: PredictedText[]) => {
      const [batch] = packTexts(configuration, some, size);
      const [logProbabilities] = await session.run({ ...model, ...batch!.feeds });
      return batch!.texts.map(({ text, start }) =>
        logProbabilities!.slice(start, start + some[text]!.predictions.length),
      );
    };
    const all = [...texts, ...answers];
    const together = await run(all);
    for (const [i, text] of all.entries()) {
      const [alone] = await run([text]);
      for (const [j, value] of alone!.entries()) expect(together[i]![j]).toBeCloseTo(value, 4);
    }
    await session.close();
  });
});

describe('packTexts', () => {
  const pack = (some: PredictedText[], tokens: number) =>
    packTexts(tiny('llama'), some, { tokens, predictions: 8 }).map((batch) => batch.texts);

  it('keeps every text whole and opens another pass where one is full', () => {
    expect(pack([...texts, answers[0]!], 8)).toEqual([
      [
        { text: 0, start: 0 },
        { text: 1, start: 4 },
      ],
      [{ text: 2, start: 0 }],
    ]);
  });

  it('computes an equal beginning once', () => {
    expect(pack([...answers, answers[0]!], 6)).toEqual([
      [
        { text: 0, start: 0 },
        { text: 1, start: 2 },
        { text: 2, start: 5 },
      ],
    ]);
  });

  it('refuses a text that is longer than a pass, or has more to predict', () => {
    expect(() => pack(texts, 4)).toThrow(/6 tokens with 4 to predict does not fit into a pass of 4 with 8/);
    const wordy = predicted([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(() => pack([wordy], 16)).toThrow(/9 to predict/);
  });
});
