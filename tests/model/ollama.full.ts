import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { createOllama } from '../../sidecar/language-model/ollama-client.ts';
import { answerFormat, systemPrompt } from '../../sidecar/language-model/prompt.ts';
import { parseAlternatives } from '../../sidecar/language-model/sentence-task.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { createChatPrompt } from '../../training/language-model/chat-prompt.ts';
import { deployModel, findModelFile } from '../../training/language-model/deploy.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { writeMergedModel } from '../../training/language-model/merge.ts';
import { compareFirstTokens } from './first-tokens.ts';
import { generate } from './generate.ts';
import { noOllama, openRealOllama, type RealOllama } from './real-ollama.ts';
import { writeAs } from './write-as.ts';

if (noOllama) console.log(noOllama);

const signal = new AbortController().signal;
const pass = { tokens: 256, predictions: 32 };
const sentences = [
  'We need a rockstar developer who loves a challenge.',
  'Young and energetic people are welcome in our sales team.',
  'You must be able to lift 20 kg and hold a forklift licence.',
  'The chairman leads the board and reports to the owners.',
  'Recent graduates with a passion for data should apply now.',
  'Native speakers of English are preferred for this position.',
];

describe.skipIf(noOllama !== undefined)('with a real Ollama', () => {
  let ollama: RealOllama;
  let folder: string;
  let basePath: string;
  let learner: Learner;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'model-test-'));
    ollama = await openRealOllama();
    basePath = (await findModelFile(ollama.baseUrl, ollama.model)).path;
    learner = await openLearner({
      modelPath: basePath,
      projections: ['attn_q', 'attn_v', 'ffn_down'],
      rank: 4,
      alpha: 8,
      pass,
      threads: 2,
      random: createRandom(1),
    });
  });
  afterAll(async () => {
    await learner?.close();
    await ollama?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const completion = (prompt: string) => ({
    model: ollama.model,
    system: systemPrompt,
    prompt,
    format: answerFormat,
    temperature: 0,
    seed: 1,
    maxTokens: 120,
  });

  it('lists what is installed and answers in the form that was asked for', async () => {
    const client = createOllama({ baseUrl: ollama.baseUrl });
    const models = await client.list(signal);
    expect(models.find(({ name }) => name.startsWith(ollama.model))).toMatchObject({ generates: true });
    const answers = await Promise.all(
      sentences.slice(0, 3).map((one) => client.complete(completion(one), signal)),
    );
    expect(answers.filter((answer) => parseAlternatives(answer) !== undefined).length).toBeGreaterThan(0);
    for (const answer of answers) expect(answer.trimStart()).toMatch(/^\{/);
  });

  it('is cancelled in the middle of an answer and answers the next request', async () => {
    const client = createOllama({ baseUrl: ollama.baseUrl });
    const stop = new AbortController();
    const long = client.complete({ ...completion('Tell a long story.'), maxTokens: 2000 }, stop.signal);
    setTimeout(() => stop.abort(new Error('enough')), 500);
    await expect(long).rejects.toThrow('enough');
    expect(await client.complete({ ...completion(sentences[0] ?? ''), maxTokens: 8 }, signal)).not.toBe('');
  });

  it('answers word for word the same from a file that was read and written without training', async () => {
    const path = join(folder, 'copy.gguf');
    const file = openModelFile(basePath);
    writeMergedModel(file, { adapters: new Map(), rank: 4, adapterScale: 2, type: 'Q8_0', path });
    file.close();
    await deployModel({ baseUrl: ollama.baseUrl, name: 'autorefine-test:copy', path });
    const prompts = sentences.slice(0, 4).map((sentence) => chatPrompt(basePath, sentence));
    const answers = async (model: string) => {
      const texts: string[] = [];
      for (const prompt of prompts) texts.push((await generate(ollama.baseUrl, model, prompt)).text);
      return texts;
    };
    expect(await answers('autorefine-test:copy')).toEqual(await answers(ollama.model));
  });

  it('answers otherwise from a merged file', async () => {
    const path = join(folder, 'merged.gguf');
    const random = createRandom(3);
    const adapters = new Map(
      [...learner.adapters].map(([name, values]) => [name, values.map(() => random.normal() * 0.1)]),
    );
    const file = openModelFile(basePath);
    writeMergedModel(file, { adapters, rank: 4, adapterScale: 2, type: 'Q8_0', path });
    file.close();
    await deployModel({ baseUrl: ollama.baseUrl, name: 'autorefine-test:merged', path });
    const prompt = chatPrompt(basePath, sentences[0] ?? '');
    const merged = await generate(ollama.baseUrl, 'autorefine-test:merged', prompt);
    expect(merged.text).not.toBe((await generate(ollama.baseUrl, ollama.model, prompt)).text);
  });

  it('gives the probabilities that our graph computes from the same weights', async () => {
    const path = join(folder, 'f16.gguf');
    writeAs('F16', basePath, path);
    await deployModel({ baseUrl: ollama.baseUrl, name: 'autorefine-test:f16', path });
    const float = await openLearner({
      modelPath: path,
      projections: ['attn_q'],
      rank: 1,
      alpha: 1,
      pass,
      threads: 2,
      random: createRandom(1),
    });
    const prompts = sentences.map((sentence) => chatPrompt(path, sentence));
    const compared = await compareFirstTokens(float, ollama.baseUrl, 'autorefine-test:f16', prompts).finally(
      () => float.close(),
    );
    const { same, clear, differences, equallyLong } = compared;
    const median = differences[Math.floor(differences.length / 2)] ?? Number.NaN;
    console.log(
      `first token equal on ${same} of ${clear} prompts; median |log-probability difference| of the top 5: ${median.toFixed(4)}, largest ${differences.at(-1)?.toFixed(4)}`,
    );
    expect(equallyLong).toBe(prompts.length);
    expect(clear).toBeGreaterThan(0);
    expect(same).toBe(clear);
    expect(median).toBeLessThanOrEqual(0.02);
  });
});

function chatPrompt(path: string, sentence: string): string {
  const file = openModelFile(path);
  try {
    return createChatPrompt(file.gguf.metadata)('You edit job postings.', sentence);
  } finally {
    file.close();
  }
}
