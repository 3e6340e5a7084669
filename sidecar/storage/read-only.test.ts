import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { toStorageError } from './errors.ts';
import { lockDataFolder } from './lock.ts';
import { openStore } from './store.ts';

/** Any user but the one who owns everything. */
const nobody = 65_534;

/** A folder that may be read but not written to, by the user that this process is from now on. */
function readOnlyFolder(): string {
  const folder = temporaryFolder();
  openStore(folder).close();
  chmodSync(folder, 0o555);
  chmodSync(join(folder, 'autorefine.sqlite'), 0o444);
  // Permissions do not bind the superuser.
  if (process.geteuid?.() === 0) {
    process.seteuid?.(nobody);
    onTestFinished(() => process.seteuid?.(0));
  } else onTestFinished(() => chmodSync(folder, 0o700));
  return folder;
}

describe.skipIf(process.platform === 'win32')('a folder that may only be read', () => {
  it('is refused with the mend, and nothing is made in it', () => {
    const folder = readOnlyFolder();
    const readOnly = /may only be read|could not be opened/;
    const mend = expect.stringMatching(/write permission|may write to it/);
    for (const open of [() => openStore(folder), () => lockDataFolder(folder, 'serve')]) {
      expect(open).toThrow(readOnly);
      expect(open).toThrow(expect.objectContaining({ mend }));
    }
  });
});

it.each(['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY_DIRECTORY'])('%s means the same', (code) => {
  expect(toStorageError(Object.assign(new Error('x'), { code }))?.message).toMatch(/may only be read/);
});
