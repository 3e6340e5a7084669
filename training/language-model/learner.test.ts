import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { openModelFile } from './architecture/model-file.ts';
import { type Learner, openLearner } from './learner.ts';
import { imitationWeights } from './losses/imitation.ts';
import { writeMergedModel } from './merge.ts';
import { optimiserSettingsSchema } from './optimiser.ts';
import { tinyModelFile } from './tiny-model.fixture.ts';

let folder: string;
let modelPath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'learner-'));
  modelPath = join(folder, 'tiny.gguf');
  writeFileSync(modelPath, tinyModelFile(3));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = optimiserSettingsSchema.parse({ learningRate: 0.02, warmUp: 0, steps: 40 });
const demonstrations = imitationWeights([
  { prompt: [1, 2, 3], answer: [4, 5, 6, 7] },
  { prompt: [9, 8], answer: [10, 11, 12] },
]);
const texts = demonstrations.map(({ tokens }) => ({ tokens, from: 1 }));

async function withLearner<T>(path: string, use: (learner: Learner) => Promise<T>): Promise<T> {
  const learner = await openLearner({
    modelPath: path,
    projections: ['attn_q', 'attn_v', 'ffn_down'],
    rank: 4,
    alpha: 8,
    pass: { tokens: 16, predictions: 16 },
    threads: 1,
    random: createRandom(1),
  });
  try {
    return await use(learner);
  } finally {
    await learner.close();
  }
}

const train = async (learner: Learner, steps: number) => {
  const losses: number[] = [];
  for (let i = 0; i < steps; i += 1) losses.push((await learner.step(demonstrations, settings)).loss);
  return losses;
};

describe('openLearner', () => {
  it('learns to imitate, and leaves the base as it was', async () => {
    await withLearner(modelPath, async (learner) => {
      const before = await learner.score(texts);
      const losses = await train(learner, 30);
      expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) * 0.3);
      expect(await learner.score(texts, { base: true })).toEqual(before);
    });
  });

  it('is bit-identical under a seed on one thread', async () => {
    const run = () => withLearner(modelPath, (learner) => train(learner, 5));
    expect(await run()).toEqual(await run());
  });

  it('the merged file scores as the base with its adapters', async () => {
    const merged = join(folder, 'merged.gguf');
    const tuned = await withLearner(modelPath, async (learner) => {
      await train(learner, 10);
      const file = openModelFile(modelPath);
      writeMergedModel(file, {
        adapters: learner.adapters,
        rank: 4,
        adapterScale: learner.adapterScale,
        type: 'F32',
        path: merged,
      });
      file.close();
      return learner.score(texts);
    });
    const fromFile = await withLearner(merged, (learner) => learner.score(texts, { base: true }));
    for (const [i, { logProbabilities }] of tuned.entries())
      for (const [j, value] of logProbabilities.entries())
        expect(fromFile[i]!.logProbabilities[j]).toBeCloseTo(value, 4);
  });

  it('writing without training gives every tensor byte for byte', () => {
    const copy = join(folder, 'copy.gguf');
    const file = openModelFile(modelPath);
    writeMergedModel(file, { adapters: new Map(), rank: 4, adapterScale: 2, type: 'Q8_0', path: copy });
    const again = openModelFile(copy);
    for (const [i, tensor] of file.gguf.tensors.entries())
      expect(Buffer.from(again.bytes(again.gguf.tensors[i]!))).toEqual(Buffer.from(file.bytes(tensor)));
    expect(again.gguf.metadata).toEqual(file.gguf.metadata);
    file.close();
    again.close();
  });

  it('says how long a text may be when one does not fit', async () => {
    await withLearner(modelPath, async (learner) => {
      await expect(
        learner.score([{ tokens: Array.from({ length: 40 }, (_, i) => i), from: 30 }]),
      ).rejects.toThrow(/40 tokens with 10 to predict does not fit into a pass of 16/);
    });
  });
});
