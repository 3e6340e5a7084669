import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { z } from 'zod';
import { StorageError, withStorageErrors } from './errors.ts';

const lockFile = 'lock.sqlite';
const holderFile = 'lock.json';
const holderSchema = z.object({ pid: z.int(), purpose: z.string() });

export interface DataFolderLock {
  release(): void;
}

/**
 * Takes a data folder for one process. The operating system holds the lock (through SQLite's file locking), so it is
 * gone the moment the process ends, however it ends: no stale lock to delete by hand.
 * @param purpose named to whoever is refused, such as `serve`.
 * @throws StorageError that names the process holding the folder.
 */
export function lockDataFolder(directory: string, purpose: string): DataFolderLock {
  const path = join(directory, lockFile);
  const database = withStorageErrors(() => {
    closeSync(openSync(path, 'a', 0o600));
    return new SqliteDatabase(path, { timeout: 0 });
  }, path);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    throw new StorageError(
      `The data folder ${directory} is in use by ${describeHolder(directory)}.`,
      'Stop that one first (Ctrl-C in its terminal), or choose another folder with --data.',
      { cause },
    );
  }
  writeFileSync(join(directory, holderFile), JSON.stringify({ pid: process.pid, purpose }), { mode: 0o600 });
  return {
    release: () => {
      database.close();
    },
  };
}

function describeHolder(directory: string): string {
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(join(directory, holderFile), 'utf8')));
    return `another AutoRefine process (\`${holder.purpose}\`, process ${holder.pid})`;
  } catch {
    return 'another AutoRefine process';
  }
}
