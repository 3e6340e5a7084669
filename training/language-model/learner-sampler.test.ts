import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { type Learner, openLearner } from './learner.ts';
import { createLearnerSampler } from './learner-sampler.ts';
import { tinyModelFile } from './tiny-model.fixture.ts';

const signal = new AbortController().signal;
let folder: string;
let learner: Learner;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sampler-'));
  const modelPath = join(folder, 'tiny.gguf');
  writeFileSync(modelPath, tinyModelFile(3));
  learner = await openLearner({
    modelPath,
    projections: ['attn_q'],
    rank: 2,
    alpha: 2,
    pass: { tokens: 64, predictions: 8 },
    threads: 1,
    random: createRandom(1),
  });
});
afterAll(async () => {
  await learner.close();
  rmSync(folder, { recursive: true, force: true });
});

it('says of every next token what scoring it says', async () => {
  const given = learner.tokenizer.encode('ABC');
  const [expected] = await learner.next([given]);
  const scores = await learner.score([5, 17, 40].map((token) => ({ tokens: [...given, token], from: 3 })));
  for (const [i, token] of [5, 17, 40].entries())
    expect(expected?.logProbabilities[token]).toBeCloseTo(scores[i]?.logProbabilities[0] ?? Number.NaN, 5);
  const sum = expected?.logProbabilities.reduce((total, value) => total + Math.exp(value), 0);
  expect(sum).toBeCloseTo(1, 4);
  expect(expected?.hidden).toHaveLength(learner.configuration.width);
});

it('draws tokens as often as the model expects them', async () => {
  const sampler = createLearnerSampler(learner, { temperature: 1, maxTokens: 1 });
  const drawn: string[] = [];
  for (let seed = 0; seed < 100; seed += 1)
    drawn.push(...((await sampler.sample(['ABC'], 8, seed, signal))[0] ?? []));
  const [expected] = await learner.next([learner.tokenizer.encode('ABC')]);
  const [likeliest] = [...(expected?.logProbabilities.entries() ?? [])].sort((a, b) => b[1] - a[1]);
  const probability = Math.exp(likeliest?.[1] ?? 0);
  const share =
    drawn.filter((text) => text === learner.tokenizer.decode([likeliest?.[0] ?? 0])).length / drawn.length;
  // Five standard errors.
  expect(Math.abs(share - probability)).toBeLessThan(5 * Math.sqrt(probability / drawn.length));
});

it('repeats itself under a seed, whatever stands beside it, and takes the likeliest when it is cold', async () => {
  const sampler = createLearnerSampler(learner, { temperature: 1, maxTokens: 6 });
  const [four] = await sampler.sample(['ABC'], 4, 9, signal);
  const [two] = await sampler.sample(['ABC'], 2, 9, signal);
  expect(four?.slice(0, 2)).toEqual(two);
  expect(new Set(four).size).toBeGreaterThan(1);
  const cold = createLearnerSampler(learner, { temperature: 1e-4, maxTokens: 6 });
  expect(new Set((await cold.sample(['ABC'], 4, 9, signal))[0]).size).toBe(1);
});

it('is cancelled between tokens', async () => {
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  const sampler = createLearnerSampler(learner, { temperature: 1, maxTokens: 6 });
  await expect(sampler.sample(['ABC'], 1, 1, stop.signal)).rejects.toThrow('enough');
});
