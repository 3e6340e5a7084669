import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { openAttributes } from './attributes.ts';
import { backUp, restore } from './backup.ts';
import { isEncrypted } from './connect.ts';
import { replaceWith, setEncryption } from './encrypt.ts';
import { passphraseVariable } from './encryption-key.ts';
import { erasePeople } from './erase.ts';
import { StorageError } from './errors.ts';
import { candidateOf, selfReportOf } from './records.fixture.ts';
import { mainDatabaseFile, openStore } from './store.ts';
import { createVectorFile } from './vector-file.ts';

const passphrase = "a long 'passphrase'";
const text = 'welds submarine hulls';

let directory: string;
beforeEach(() => {
  directory = temporaryFolder();
  vi.stubEnv(passphraseVariable, passphrase);
  const store = openStore(directory);
  store.candidates.save(candidateOf('c1', text), 'hash');
  store.close();
  const attributes = openAttributes(directory);
  attributes.save(selfReportOf('c1', 'a-group-of-its-own'));
  attributes.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Every byte of every file below a folder, as one text. */
function bytesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

function readBack() {
  const store = openStore(directory);
  const attributes = openAttributes(directory);
  try {
    return {
      text: store.candidates.find('c1')?.text,
      found: store.candidates.search(['submarine'], 5).length,
      value: attributes.ofCandidate('c1')[0]?.value,
      problems: store.integrityProblems(),
    };
  } finally {
    attributes.close();
    store.close();
  }
}
const whole = { text, found: 1, value: 'a-group-of-its-own', problems: [] };

describe('encryption at rest', () => {
  it('leaves no text in any file, and everything can be read and written as before', () => {
    backUp(directory, join(directory, 'backups', 'first'));
    // As kept of a database that a newer version wrote.
    cpSync(
      join(directory, 'backups', 'first', mainDatabaseFile),
      join(directory, 'backups', 'main-schema-99.sqlite'),
    );
    expect(bytesBelow(directory)).toMatch(
      /submarine[\s\S]*a-group-of-its-own|a-group-of-its-own[\s\S]*submarine/,
    );
    setEncryption(directory, passphrase);
    expect(readBack()).toEqual(whole);
    backUp(directory, join(directory, 'backups', 'second'));
    const open = openStore(directory);
    open.postings.save({ externalId: 'p1', title: 'Diver', text: 'under the harbour' });
    // While it is open, the write-ahead log is there too.
    expect(bytesBelow(directory)).not.toMatch(/submarine|a-group-of-its-own|harbour/);
    open.close();
  });

  it('is taken off again', () => {
    setEncryption(directory, passphrase);
    setEncryption(directory, undefined);
    vi.stubEnv(passphraseVariable, '');
    expect(isEncrypted(join(directory, mainDatabaseFile))).toBe(false);
    expect(readBack()).toEqual(whole);
  });

  it('cut off between the two files, both open, and running it again ends it', () => {
    replaceWith(join(directory, mainDatabaseFile), passphrase);
    writeFileSync(join(directory, `${mainDatabaseFile}.unfinished`), 'half a file');
    expect(readBack()).toEqual(whole);
    setEncryption(directory, passphrase);
    expect(bytesBelow(directory)).not.toMatch(/submarine|a-group-of-its-own/);
    expect(readBack()).toEqual(whole);
  });

  it.each(['another one', ''])('says what to do when the key at hand is "%s"', (wrong) => {
    setEncryption(directory, passphrase);
    vi.stubEnv(passphraseVariable, wrong);
    expect(() => openStore(directory)).toThrow(StorageError);
    expect(() => openStore(directory)).toThrow(/encrypted/);
  });

  it('does not begin while another process has a file open', () => {
    const open = openStore(directory);
    expect(() => replaceWith(join(directory, mainDatabaseFile), passphrase)).toThrow(/writing|locked/);
    open.close();
    expect(isEncrypted(join(directory, mainDatabaseFile))).toBe(false);
  }, 30_000);

  it('reaches erased people in encrypted backups, and a plain backup comes back encrypted', () => {
    backUp(directory, join(directory, 'backups', 'plain'));
    cpSync(join(directory, 'backups', 'plain'), join(directory, 'kept apart'), { recursive: true });
    setEncryption(directory, passphrase);
    restore(directory, join(directory, 'kept apart'), new Date('2024-05-01T00:00:00Z'));
    rmSync(join(directory, 'kept apart'), { recursive: true });
    expect(readBack()).toEqual(whole);
    expect(bytesBelow(directory)).not.toMatch(/submarine|a-group-of-its-own/);
    expect(erasePeople(directory, ['c1'])).toMatchObject({ people: 1, unreachable: [] });
  });

  it('seals the vectors beside encrypted databases, under a key that goes when the encryption changes', () => {
    const vectors = {
      changedShare: 0,
      model: { dimensions: 1, vocabulary: new Map([['submarine', 0]]), projection: new Float32Array(1) },
      fittedOn: [],
      keys: [],
      rows: new Float32Array(0),
    };
    const write = () => {
      const store = openStore(directory);
      createVectorFile(store, 1).write({ ...vectors, state: store.candidates.state() });
      store.close();
    };
    const read = () => {
      const store = openStore(directory);
      const kept = createVectorFile(store, 1).read();
      store.close();
      return kept?.model.vocabulary;
    };
    const file = join(directory, 'vectors.bin');
    setEncryption(directory, passphrase);
    write();
    expect(bytesBelow(directory)).not.toContain('submarine');
    expect(read()).toEqual(vectors.model.vocabulary);
    const sealed = readFileSync(file);

    setEncryption(directory, undefined);
    expect(existsSync(file)).toBe(false);
    setEncryption(directory, passphrase);
    writeFileSync(file, sealed);
    expect(read()).toBeUndefined();
  });
});
