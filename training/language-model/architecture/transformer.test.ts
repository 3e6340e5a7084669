import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { openSession } from '../onnx/session.ts';
import { architectures, type Configuration } from './configuration.ts';
import { packTexts, type WeightedText } from './packed-batch.ts';
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

const texts: WeightedText[] = [
  { tokens: [1, 5, 9, 13, 2, 7], weights: [0, 0, 1, 0.5, -0.7, 1] },
  { tokens: [3, 8, 21, 4], weights: [0, 1, 1, 0.3] },
];

/** A tiny random model of one architecture, compiled for one pass length. */
async function openTiny(configuration: Configuration, tokens: number) {
  const places = adapterPlaces(configuration, ['attn_q', 'attn_v', 'ffn_down']);
  const built = buildTransformer(configuration, { tokens, rank: 2, adapterScale: 1.5, places });
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
    const { built, model, session } = await openTiny(configuration, 8);
    const [batch] = packTexts(configuration, texts, 8);
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
      const numeric = ((await lossWith(moved(4e-3))) - (await lossWith(moved(-4e-3)))) / 8e-3;
      const exact = gradients[index]!.reduce((sum, g, i) => sum + g * (direction[i] ?? 0), 0);
      expect(Math.abs(numeric - exact) / Math.max(0.5, Math.abs(exact))).toBeLessThan(2e-2);
    }
    await session.close();
  });

  it('packed texts are blind to each other and to padding', async () => {
    const { model, session } = await openTiny(configuration, 12);
    const run = async (some: WeightedText[]) => {
      const [batch] = packTexts(configuration, some, 12);
      const [logProbabilities] = await session.run({ ...model, ...batch!.feeds });
      return batch!.texts
        .toSorted((a, b) => a.text - b.text)
        .map(({ text, start }) => logProbabilities!.slice(start, start + some[text]!.tokens.length - 1));
    };
    const together = await run(texts);
    const alone = [...(await run([texts[0]!])), ...(await run([texts[1]!]))];
    for (const [i, values] of alone.entries())
      for (const [j, value] of values.entries()) expect(together[i]![j]).toBeCloseTo(value, 4);
    await session.close();
  });
});

describe('packTexts', () => {
  it('fills passes longest first and keeps every text whole', () => {
    const batches = packTexts(tiny('llama'), [texts[1]!, texts[0]!, texts[1]!], 8);
    expect(batches.map((batch) => batch.texts)).toEqual([
      [
        { text: 1, start: 0 },
        { text: 0, start: 5 },
      ],
      [{ text: 2, start: 0 }],
    ]);
  });

  it('refuses a text that is longer than a pass', () => {
    expect(() => packTexts(tiny('llama'), texts, 4)).toThrow(/6 tokens does not fit into a pass of 4/);
  });
});
