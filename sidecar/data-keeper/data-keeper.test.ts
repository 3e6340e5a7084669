import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAttributes } from '../storage/attributes.ts';
import { openStore, type Store } from '../storage/store.ts';
import { createDataKeeper, type DataKeeper } from './data-keeper.ts';

const secret = 'xylographer';

let directory: string;
let store: Store;
let keeper: DataKeeper;
let erasures: number;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  store = openStore(directory);
  erasures = 0;
  keeper = createDataKeeper({
    store,
    now: () => new Date('2024-05-01T10:00:00Z'),
    onErased: () => {
      erasures += 1;
    },
  });
  store.candidates.save(
    {
      externalId: 'c1',
      text: `a ${secret} of long standing`,
      skills: [],
      licences: [],
      qualification: { occupations: [], skills: [], licences: [] },
    },
    'hash',
  );
  const attributes = openAttributes(directory);
  attributes.save({
    externalId: 'c1',
    attribute: 'gender',
    value: 'woman',
    lawfulBasis: 'consent',
    noticeVersion: '1',
    recordedOn: '2024-01-01',
  });
  attributes.close();
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true });
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
