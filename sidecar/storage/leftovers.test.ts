import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { startSidecar } from '../main.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { openAttributes } from './attributes.ts';
import { setEncryption } from './encrypt.ts';
import { erasePeople } from './erase.ts';
import { candidateOf } from './records.fixture.ts';
import { openStore } from './store.ts';

const leftovers = [
  'autorefine.sqlite.unfinished',
  'attributes.sqlite.unfinished-journal',
  'vectors.bin.77.part',
];
let directory: string;

/** A data folder as a kill in the middle of encrypting, of writing vectors and of an upload leaves it. */
beforeEach(() => {
  directory = temporaryFolder();
  const store = openStore(directory);
  store.candidates.save(candidateOf('c1', 'welds plates'), 'hash');
  store.close();
  openAttributes(directory).close();
  for (const name of leftovers) writeFileSync(join(directory, name), 'xylographer');
  mkdirSync(join(directory, 'incoming'));
  writeFileSync(join(directory, 'incoming', 'people.csv'), 'xylographer');
});
const left = () => readdirSync(directory).filter((name) => leftovers.includes(name) || name === 'incoming');

it.each([
  ['erasing a person', () => void erasePeople(directory, ['c1'])],
  ['decrypting', () => void setEncryption(directory, undefined)],
  ['a start of the service', async () => (await startSidecar({ dataDirectory: directory, port: 0 })).close()],
])('%s deletes what unfinished work left, and nothing else', async (_what, work) => {
  expect(left()).toHaveLength(4);
  await work();
  expect(left()).toEqual([]);
  expect(existsSync(join(directory, 'autorefine.sqlite'))).toBe(true);
});

it('an erasure deletes it from the backups too', () => {
  const backup = join(directory, 'backups', 'monday');
  openStore(backup).close();
  writeFileSync(join(backup, 'autorefine.sqlite.unfinished'), 'xylographer');
  erasePeople(directory, ['c1']);
  expect(readdirSync(backup).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
});
