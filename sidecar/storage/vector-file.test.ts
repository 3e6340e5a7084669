import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecommender } from '../recommender/create-recommender.ts';
import { createVectorFile, removeVectorFile } from './vector-file.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const words = ['welds', 'steel', 'cooks', 'soup', 'teaches', 'children', 'drives', 'trucks'];
const candidates = Array.from({ length: 12 }, (_, n) => ({
  id: `c${n}`,
  text: `${words[n % 8]} ${words[(n + 1) % 8]} ${words[(n * 3) % 8]}`,
}));
const seed = 1;
const build = (store = createVectorFile(directory, seed)) =>
  createRecommender({ candidates, seed: 1, vectors: store });
const scores = async (made: Awaited<ReturnType<typeof build>>) =>
  made.recommender.score(['welds steel', 'cooks soup']);

it('gives the same scores from the kept vectors, bit by bit', async () => {
  const fitted = await scores(await build());
  expect(createVectorFile(directory, seed).read()?.rows).toHaveLength(candidates.length * 256);
  expect(await scores(await build())).toEqual(fitted);
});

it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
  await build();
  expect(statSync(join(directory, 'vectors.bin')).mode & 0o777).toBe(0o600);
});

it('reads files of another seed, cut-off, damaged and erased ones as none', async () => {
  await build();
  const path = join(directory, 'vectors.bin');
  const whole = readFileSync(path);
  expect(createVectorFile(directory, 2).read()).toBeUndefined();
  for (const length of [0, 3, 4, 40, whole.length - 1]) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    expect(createVectorFile(directory, seed).read()).toBeUndefined();
  }
  writeFileSync(path, whole.fill(0x7b, 4, 12));
  expect(createVectorFile(directory, seed).read()).toBeUndefined();
  removeVectorFile(directory);
  expect(createVectorFile(directory, seed).read()).toBeUndefined();
});
