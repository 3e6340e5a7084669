import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { connect } from './connect.ts';
import { StorageError, withStorageErrors } from './errors.ts';

export type Database = SqliteDatabase.Database;

/** Milliseconds that a statement waits for another process before it gives up with SQLITE_BUSY. */
const busyTimeout = 5000;

/** The folder inside the data folder that holds every copy the tool makes on its own; `erase` goes through it. */
export const backupFolder = 'backups';

/**
 * Opens a database file (created with mode 0600), in WAL mode with foreign keys, and brings it to the newest schema.
 * @param migrations statements of each schema version in order; version n is `migrations[n - 1]`.
 * @throws StorageError when the file is newer than this program (a copy is kept), damaged, locked or not writable.
 */
export function openDatabase(file: string, migrations: readonly string[]): Database {
  return withStorageErrors(() => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Created here and not by SQLite, so that no moment exists at which another user could read it.
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    const database = connect(file, { timeout: busyTimeout });
    try {
      refuseNewer(database, file, migrations.length);
      database.pragma('journal_mode = WAL');
      // FULL, because a committed import must survive a power cut, not only the end of the process.
      database.pragma('synchronous = FULL');
      database.pragma('foreign_keys = ON');
      // Deleted records are overwritten with zeros, not only unlinked.
      database.pragma('secure_delete = ON');
      migrate(database, migrations);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  }, file);
}

/** The schema version that a database file was written with; 0 for a new file. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function refuseNewer(database: Database, file: string, newest: number): void {
  const version = schemaVersion(database);
  if (version <= newest) return;
  const copy = join(dirname(file), backupFolder, `${basename(file, '.sqlite')}-schema-${version}.sqlite`);
  if (!existsSync(copy)) copyDatabase(database, copy);
  throw new StorageError(
    `The database ${file} has schema ${version}; this program knows schemas up to ${newest}.`,
    `Install the newer AutoRefine that wrote it, or choose another folder with --data. A copy is kept at ${copy}.`,
  );
}

/** Writes a consistent copy of a database, mode 0600, to a path where no file exists yet. */
export function copyDatabase(database: Database, path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  database.prepare('VACUUM INTO ?').run(path);
  chmodSync(path, 0o600);
}

/** Each step commits together with its number, so an interrupted migration goes on with the step it missed. */
function migrate(database: Database, migrations: readonly string[]): void {
  while (schemaVersion(database) < migrations.length) {
    database
      .transaction(() => {
        // Read again inside the write lock: another process may have taken this step meanwhile.
        const version = schemaVersion(database);
        const statements = migrations[version];
        if (statements === undefined) return;
        database.exec(statements);
        database.pragma(`user_version = ${version + 1}`);
      })
      .immediate();
  }
}
