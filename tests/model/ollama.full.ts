import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';
import { createOllama } from '../../sidecar/language-model/ollama-client.ts';
import { answerFormat, systemPrompt } from '../../sidecar/language-model/prompt.ts';
import { parseAlternatives } from '../../sidecar/language-model/sentence-task.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { createChatPrompt } from '../../training/language-model/chat-prompt.ts';
import { deployModel, findModelFile } from '../../training/language-model/deploy.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { writeMergedModel } from '../../training/language-model/merge.ts';
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
      for (const prompt of prompts) texts.push((await generate(ollama, model, prompt)).text);
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
    const merged = await generate(ollama, 'autorefine-test:merged', prompt);
    expect(merged.text).not.toBe((await generate(ollama, ollama.model, prompt)).text);
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
    const differences: number[] = [];
    let same = 0;
    let clear = 0;
    try {
      for (const sentence of sentences) {
        const prompt = chatPrompt(path, sentence);
        const { top } = await generate(ollama, 'autorefine-test:f16', prompt, 1);
        const given = float.tokenizer.encode(prompt);
        const texts = top.map(({ token }) => {
          const ids = float.tokenizer.encode(token);
          return { tokens: [...given, ...ids.slice(0, 1)], from: given.length, whole: ids.length === 1 };
        });
        const scores = (await float.score(texts)).map((score) => score.logProbabilities[0] ?? Number.NaN);
        for (const [i, { logprob }] of top.entries())
          if (texts[i]?.whole) differences.push(Math.abs((scores[i] ?? Number.NaN) - logprob));
        if ((top[0]?.logprob ?? 0) - (top[1]?.logprob ?? 0) <= 0.1) continue;
        clear += 1;
        if (scores[0] === Math.max(...scores)) same += 1;
      }
    } finally {
      await float.close();
    }
    differences.sort((a, b) => a - b);
    const median = differences[Math.floor(differences.length / 2)] ?? Number.NaN;
    console.log(
      `first token equal on ${same} of ${clear} prompts; median |log-probability difference| of the top 5: ${median.toFixed(4)}, largest ${differences.at(-1)?.toFixed(4)}`,
    );
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

const generatedSchema = z.object({
  response: z.string(),
  logprobs: z
    .array(z.object({ top_logprobs: z.array(z.object({ token: z.string(), logprob: z.number() })) }))
    .optional(),
});

/** The most likely answer to an exact prompt, and the five likeliest first tokens. */
async function generate({ baseUrl }: RealOllama, model: string, prompt: string, maxTokens = 40) {
  const response = await fetch(`${baseUrl}/api/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model,
      prompt,
      raw: true,
      stream: false,
      logprobs: true,
      top_logprobs: 5,
      options: { temperature: 0, seed: 1, num_predict: maxTokens },
    }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const { response: text, logprobs } = generatedSchema.parse(await response.json());
  return { text, top: logprobs?.[0]?.top_logprobs ?? [] };
}
