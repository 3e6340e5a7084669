import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { knownKeys, passphraseVariable } from './encryption-key.ts';
import { StorageError } from './errors.ts';

const plainHeader = 'SQLite format 3\0';

/**
 * Whether a database file is encrypted: everything is then unreadable from the first byte on. A file that is no database
 * looks the same. An empty or absent file is not.
 */
export function isEncrypted(file: string): boolean {
  if (!existsSync(file)) return false;
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(plainHeader.length);
    const length = readSync(descriptor, header, 0, header.length, 0);
    return length === header.length && header.toString('latin1') !== plainHeader;
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Connects to a database file; one that is encrypted is opened with the first known key that fits.
 * @throws StorageError when no key fits
 */
export function connect(
  file: string,
  options: SqliteDatabase.Options,
  keys: () => readonly string[] = knownKeys,
): SqliteDatabase.Database {
  if (!isEncrypted(file)) return new SqliteDatabase(file, options);
  const known = keys();
  for (const key of known) {
    const database = connectWith(file, options, key);
    if (database !== undefined) return database;
  }
  throw new StorageError(
    known.length === 0
      ? `${file} is encrypted and no key is at hand, or it is not an AutoRefine database.`
      : `No key at hand opens ${file}: it is encrypted with another one, or it is not an AutoRefine database.`,
    `Unlock the keychain of your system, or give the passphrase as ${passphraseVariable} or at the prompt of a terminal. Without the key the file cannot be read: move it away and bring back a backup that is not encrypted.`,
  );
}

/** Which of the known keys opens an encrypted file; undefined for a file that is not encrypted, or when none does. */
export function keyOf(file: string): string | undefined {
  if (!isEncrypted(file)) return undefined;
  return knownKeys().find((key) => {
    const database = connectWith(file, { readonly: true }, key);
    database?.close();
    return database !== undefined;
  });
}

/** undefined when the key is another one. Temporary tables of an encrypted database stay in memory. */
function connectWith(
  file: string,
  options: SqliteDatabase.Options,
  key: string,
): SqliteDatabase.Database | undefined {
  const database = new SqliteDatabase(file, options);
  try {
    database.pragma(`key = ${quoted(key)}`);
    database.pragma('temp_store = MEMORY');
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database.close();
    if (isWrongKey(error)) return undefined;
    throw error;
  }
}

/** Encrypts all pages of a file with another key; without one they are written as they are. */
export function changeKey(database: SqliteDatabase.Database, key: string | undefined): void {
  database.pragma(`rekey = ${quoted(key ?? '')}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function isWrongKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB';
}
