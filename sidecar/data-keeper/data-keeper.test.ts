import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openAttributes } from '../storage/attributes.ts';
import { candidateOf, selfReportOf } from '../storage/records.fixture.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { createDataKeeper, type DataKeeper } from './data-keeper.ts';

const secret = 'xylographer';

let directory: string;
let store: Store;
let keeper: DataKeeper;
let erasures: number;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
  erasures = 0;
  keeper = createDataKeeper({
    store,
    now: () => new Date('2024-05-01T10:00:00Z'),
    onErased: () => {
      erasures += 1;
    },
  });
  store.candidates.save(candidateOf('c1', `a ${secret} of long standing`), 'hash');
  const attributes = openAttributes(directory);
  attributes.save(selfReportOf('c1', 'woman'));
  attributes.close();
});

it('gives a copy of everything kept about a person, from both databases', () => {
  expect(keeper.person('c1')).toMatchObject({
    candidate: { externalId: 'c1', text: expect.stringContaining(secret) },
    outcomes: [],
    selfReports: [{ attribute: 'gender', value: 'woman' }],
  });
  expect(keeper.person('c2')).toBeUndefined();
});

it('backs up, and erases a person there too, while the service has the databases open', async () => {
  const backup = await keeper.backUp();
  expect(backup.bytes).toBeGreaterThan(0);
  expect(keeper.backups()).toEqual([backup]);
  const holds = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((file) => file.isFile())
      .some(({ name }) => readFileSync(join(folder, name)).includes(secret));
  expect([holds(directory), holds(backup.path)]).toEqual([true, true]);

  const erasure = await keeper.erase(['c1']);
  expect(erasure).toMatchObject({ people: 1, folders: [directory, backup.path], unreachable: [] });
  expect([holds(directory), holds(backup.path)]).toEqual([false, false]);
  expect([erasures, store.candidates.count()]).toEqual([1, 0]);
});

it('lists a backup that was moved since by its path alone', async () => {
  const { path } = await keeper.backUp();
  rmSync(path, { recursive: true });
  expect(existsSync(path)).toBe(false);
  expect(keeper.backups()).toEqual([{ path }]);
});
