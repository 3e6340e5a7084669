import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { attributesDatabaseFile, openAttributes } from './attributes.ts';
import { connect, keyOf } from './connect.ts';
import { backupFolder } from './database.ts';
import { replaceWith } from './encrypt.ts';
import { StorageError, withStorageErrors } from './errors.ts';
import { mainDatabaseFile, openStore } from './store.ts';

const files = [mainDatabaseFile, attributesDatabaseFile] as const;

/**
 * Copies both databases into a new folder (files of mode 0600) while others go on reading and writing. The folder is
 * remembered, so that erasing a person reaches it.
 * @throws StorageError when the folder holds a backup already or cannot be written.
 */
export function backUp(directory: string, folder: string): string {
  const target = resolve(folder);
  const taken = files.map((file) => join(target, file)).find((path) => existsSync(path));
  if (taken !== undefined) {
    throw new StorageError(`${taken} exists already.`, 'Choose a folder that holds no backup yet.');
  }
  withStorageErrors(() => mkdirSync(target, { recursive: true, mode: 0o700 }), target);
  const store = openStore(directory);
  const attributes = openAttributes(directory);
  try {
    // Remembered first: a copy that no erasure knows of would be worse than a remembered one that was never made.
    store.backups.add(target);
    store.copyTo(join(target, mainDatabaseFile));
    attributes.copyTo(join(target, attributesDatabaseFile));
    return target;
  } finally {
    attributes.close();
    store.close();
  }
}

/**
 * Puts the databases of a backup in place of the current ones, which are kept in `backups/`. The caller holds the lock.
 * @returns where the replaced databases are.
 * @throws StorageError, with everything as it was, when the backup is incomplete, damaged or newer than this program.
 */
export function restore(directory: string, folder: string, now: Date): string {
  const source = resolve(folder);
  for (const file of files) verify(join(source, file));
  const kept = join(directory, backupFolder, `before-restore-${now.toISOString().replace(/[:.]/g, '-')}`);
  // Opening the copies brings an older schema up to date here, before anything current is touched.
  const staged = join(directory, backupFolder, 'being-restored');
  rmSync(staged, { recursive: true, force: true });
  withStorageErrors(() => {
    mkdirSync(staged, { recursive: true, mode: 0o700 });
    for (const file of files) copyFileSync(join(source, file), join(staged, file));
    const store = openStore(staged);
    // Vectors were fitted on another pool, and the key may have lain in a plain file.
    store.vectorKey.forget();
    store.close();
    openAttributes(staged).close();
    // A folder that is encrypted stays so, whatever the backup was.
    const key = keyOf(join(directory, mainDatabaseFile));
    if (key !== undefined) for (const file of files) replaceWith(join(staged, file), key);
    if (existsSync(join(directory, mainDatabaseFile))) backUp(directory, kept);
    for (const file of files) {
      for (const suffix of ['-wal', '-shm']) rmSync(join(directory, `${file}${suffix}`), { force: true });
      renameSync(join(staged, file), join(directory, file));
    }
    rmSync(staged, { recursive: true, force: true });
  });
  return kept;
}

function verify(path: string): void {
  if (!existsSync(path)) {
    throw new StorageError(`${path} is missing.`, 'Name the folder that `autorefine backup` made.');
  }
  withStorageErrors(() => {
    const database = connect(path, { readonly: true });
    try {
      const check = database.pragma('integrity_check', { simple: true });
      if (check !== 'ok') throw new StorageError(`${path} is damaged.`, 'Restore another backup.');
    } finally {
      database.close();
    }
  }, path);
}
