import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openRecommender } from '../recommender/create-recommender.ts';
import { candidateOf } from './records.fixture.ts';
import type { Store } from './store.ts';
import { openTemporaryStore } from './temporary-store.fixture.ts';
import { createVectorFile, removeVectorFile } from './vector-file.ts';

const words = ['welds', 'steel', 'cooks', 'soup', 'teaches', 'children', 'drives', 'trucks'];
const seed = 1;

let directory: string;
let store: Store;
let path: string;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
  path = join(directory, 'vectors.bin');
  for (let n = 0; n < 12; n += 1) {
    const text = `${words[n % 8]} ${words[(n + 1) % 8]} ${words[(n * 3) % 8]}`;
    store.candidates.save(candidateOf(`c${n}`, text), `h${n}`);
  }
});

/** The recommender over the pool as it is now; `reads` counts the looks at the texts. */
async function build() {
  const { state, people } = store.candidates.everyone();
  let reads = 0;
  const { recommender } = await openRecommender({
    people: {
      ids: people.map(({ externalId }) => externalId),
      state,
      read: () => {
        reads += 1;
        return people.map(({ externalId, text }) => ({ id: externalId, text }));
      },
    },
    choice: { kind: 'dense' },
    qualifications: [],
    vectors: createVectorFile(store, seed),
    seed,
  });
  return { scores: await recommender.score(['welds steel', 'cooks soup']), reads };
}
const read = (ofSeed = seed) => createVectorFile(store, ofSeed).read();

it('gives the same scores from the kept vectors, bit by bit, without a look at the texts', async () => {
  const fitted = await build();
  expect(read()?.rows).toHaveLength(12 * 256);
  expect(read()?.keys).toHaveLength(12);
  expect([fitted.reads, await build()]).toEqual([1, { scores: fitted.scores, reads: 0 }]);
});

it('looks at the texts again once somebody changed, came or went', async () => {
  await build();
  const changes = [
    () => store.candidates.save(candidateOf('c1', 'drives soup'), 'changed'),
    () => store.candidates.save(candidateOf('c99', 'welds trucks'), 'new'),
    () => store.candidates.remove('c2'),
  ];
  for (const change of changes) {
    change();
    expect((await build()).reads).toBe(1);
    expect((await build()).reads).toBe(0);
  }
  store.candidates.hold('c1', 'court case');
  expect((await build()).reads).toBe(0);
});

it('writes no vectors of a pool that has changed while they were made', async () => {
  await build();
  const vectors = read();
  removeVectorFile(directory);
  store.candidates.remove('c1');
  if (vectors !== undefined) createVectorFile(store, seed).write(vectors);
  expect(existsSync(path)).toBe(false);
});

it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
  await build();
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('reads files of another seed, cut-off, damaged and erased ones as none', async () => {
  await build();
  const whole = readFileSync(path);
  expect(read(2)).toBeUndefined();
  for (const length of [0, 3, 4, 40, whole.length - 1]) {
    writeFileSync(path, whole);
    truncateSync(path, length);
    expect(read()).toBeUndefined();
  }
  writeFileSync(path, whole.fill(0x7b, 4, 12));
  expect(read()).toBeUndefined();
  removeVectorFile(directory);
  expect(read()).toBeUndefined();
});
