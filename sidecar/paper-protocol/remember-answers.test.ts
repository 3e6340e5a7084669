import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Completion, LanguageModel } from '../language-model/ollama-client.ts';
import { rememberAnswers } from './remember-answers.ts';

const folder = mkdtempSync(join(tmpdir(), 'answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { signal } = new AbortController();
const request = (prompt: string, seed = 1): Completion => ({
  ...{ model: 'small', system: '', format: {}, temperature: 0.7, maxTokens: 10 },
  prompt,
  seed,
});

it('asks once for each request, also after a run that was cut off in the middle of a line', async () => {
  const asked: string[] = [];
  const model: LanguageModel = {
    list: async () => [],
    complete: async ({ prompt, seed }) => {
      asked.push(`${prompt} ${seed}`);
      return `${prompt}, ${asked.length}`;
    },
  };
  const file = join(folder, 'answers.jsonl');
  const first = rememberAnswers(model, file);
  expect(await first.complete(request('bake'), signal)).toBe('bake, 1');
  expect(await first.complete(request('bake', 2), signal)).toBe('bake, 2');
  expect(await first.complete(request('bake'), signal)).toBe('bake, 1');
  expect(statSync(file).mode & 0o777).toBe(0o600);

  appendFileSync(file, '\n{"key": "cut');
  const second = rememberAnswers(model, file);
  expect(await second.complete(request('knead'), signal)).toBe('knead, 3');
  const third = rememberAnswers(model, file);
  expect(await third.complete(request('knead'), signal)).toBe('knead, 3');
  expect(await third.complete(request('bake', 2), signal)).toBe('bake, 2');
  expect(asked).toEqual(['bake 1', 'bake 2', 'knead 1']);
});
