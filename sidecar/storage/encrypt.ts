import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attributesDatabaseFile, openAttributes } from './attributes.ts';
import { backupFolders, copiesOfNewerVersions } from './backup-folders.ts';
import { changeKey, connect, isEncrypted } from './connect.ts';
import { copyDatabase } from './database.ts';
import { withStorageErrors } from './errors.ts';
import { removeLeftovers } from './leftovers.ts';
import { mainDatabaseFile, openStore } from './store.ts';
import { removeVectorFile } from './vector-file.ts';

const files = [mainDatabaseFile, attributesDatabaseFile] as const;

/**
 * Encrypts both databases of a data folder and of every backup that this tool made, or takes the encryption off again.
 * The caller holds the lock of the data folder, and the key is one of those at hand. Each file is replaced whole, and each
 * says of itself whether it is encrypted: cut off between two files, both still open, and running it again ends it.
 * @param key to encrypt with; undefined to decrypt
 * @returns the folders that were gone through
 * @throws StorageError, with the file as it was, when another program has it open or a key is missing
 */
export function setEncryption(directory: string, key: string | undefined): string[] {
  // Opened once, so that both files are there and of the newest schema. A key that lay in a plain file seals nothing any more.
  const store = openStore(directory);
  store.vectorKey.forget();
  store.preparedMarket.forget();
  store.close();
  openAttributes(directory).close();
  const folders = [directory, ...backupFolders(directory)];
  for (const folder of folders) {
    for (const file of files) {
      const path = join(folder, file);
      if (existsSync(path)) replaceWith(path, key);
    }
  }
  for (const copy of copiesOfNewerVersions(directory)) replaceWith(copy, key);
  // Plain ones must not stay and sealed ones cannot be read any more; fitted again when next needed.
  removeVectorFile(directory);
  for (const folder of folders) removeLeftovers(folder);
  return folders;
}

/** Encrypts or decrypts one database file; nothing happens where it is so already. */
export function replaceWith(file: string, key: string | undefined): void {
  if (isEncrypted(file) === (key !== undefined)) return;
  const unfinished = `${file}.unfinished`;
  withStorageErrors(() => {
    rmSync(unfinished, { force: true });
    const database = connect(file, { timeout: 5000, fileMustExist: true });
    try {
      // Neither works while another process has the file open.
      database.pragma('journal_mode = DELETE');
      database.pragma('locking_mode = EXCLUSIVE');
      copyDatabase(database, unfinished);
    } finally {
      database.close();
    }
    const copy = connect(unfinished, { fileMustExist: true });
    try {
      changeKey(copy, key);
    } finally {
      copy.close();
    }
    flush(unfinished);
    renameSync(unfinished, file);
  }, file);
}

/** On the disk before it takes the old file's name. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
