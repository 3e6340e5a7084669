import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, schemaVersion } from './database.ts';
import { StorageError, toStorageError } from './errors.ts';
import { mainMigrations } from './migrations.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  file = join(directory, 'test.sqlite');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

describe('openDatabase', () => {
  it('goes on with the step that an interrupted migration missed', () => {
    const good = 'CREATE TABLE a (x); INSERT INTO a VALUES (1);';
    expect(() => openDatabase(file, [good, 'CREATE TABLE b (x); SELECT no_such_function();'])).toThrow();
    const database = openDatabase(file, [good, 'CREATE TABLE b (x);']);
    expect(schemaVersion(database)).toBe(2);
    expect(database.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 1 });
    database.close();
  });

  it('refuses a file newer than the program, leaves it as it was and keeps a copy', () => {
    const newer = openDatabase(file, [
      ...mainMigrations,
      'CREATE TABLE later (x); INSERT INTO later VALUES (7);',
    ]);
    newer.close();
    const before = readFileSync(file);
    expect(() => openDatabase(file, mainMigrations)).toThrow(
      `schema ${mainMigrations.length + 1}; this program knows schemas up to ${mainMigrations.length}`,
    );
    expect(() => openDatabase(file, mainMigrations)).toThrow(StorageError);
    expect(readFileSync(file).equals(before)).toBe(true);
    const copies = readdirSync(join(directory, 'backups'));
    expect(copies).toEqual([`test-schema-${mainMigrations.length + 1}.sqlite`]);
    const copy = new SqliteDatabase(
      join(directory, 'backups', `test-schema-${mainMigrations.length + 1}.sqlite`),
      { readonly: true },
    );
    expect(copy.prepare('SELECT x FROM later').get()).toEqual({ x: 7 });
    copy.close();
  });

  it('names a file that is no database and leaves it untouched', () => {
    writeFileSync(file, 'this is a shopping list, long enough to be read as a database header');
    expect(() => openDatabase(file, mainMigrations)).toThrow(/not an AutoRefine database/);
    expect(readFileSync(file, 'utf8')).toMatch(/^this is a shopping list/);
  });

  it('makes the folder when it is absent', () => {
    const nested = join(directory, 'a', 'b', 'test.sqlite');
    openDatabase(nested, mainMigrations).close();
    expect(existsSync(nested)).toBe(true);
  });

  it('says what a full disk means, and the rows before it stay', () => {
    const database = openDatabase(file, ['CREATE TABLE a (x TEXT);']);
    database.prepare('INSERT INTO a VALUES (?)').run('kept');
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages}`);
    let fault: unknown;
    try {
      database.prepare('INSERT INTO a VALUES (?)').run('x'.repeat(100_000));
    } catch (error) {
      fault = toStorageError(error);
    }
    expect(fault).toBeInstanceOf(StorageError);
    expect((fault as StorageError).message).toBe('The disk is full.');
    expect((fault as StorageError).mend).toMatch(/Free some space/);
    expect(database.prepare('SELECT x FROM a').all()).toEqual([{ x: 'kept' }]);
    database.close();
  });

  it('says that another program holds the database', () => {
    const first = openDatabase(file, ['CREATE TABLE a (x);']);
    const second = new SqliteDatabase(file, { timeout: 0 });
    first.exec('BEGIN IMMEDIATE');
    let fault: unknown;
    try {
      second.exec('BEGIN IMMEDIATE');
    } catch (error) {
      fault = toStorageError(error);
    }
    expect((fault as StorageError).message).toMatch(/Another program is writing/);
    second.close();
    first.close();
  });
});
