import type { z } from 'zod';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/**
 * Measurements of the match list, kept by the version of the posting so that asking again adds no information.
 * `kind` names the measurement, `key` everything that determines it (text hash, recommender, attribute, depth, salt).
 */
export interface MeasurementTable {
  write(kind: string, key: string, value: unknown): void;
  read<T>(kind: string, key: string, schema: z.ZodType<T>): T | undefined;
  /** Every measurement of a kind, ordered by key. */
  all<T>(kind: string, schema: z.ZodType<T>): T[];
  /** Drops the measurements of a kind, such as those of a pool that has changed. */
  clear(kind: string): void;
}

export function createMeasurementTable(database: Database, now: () => Date): MeasurementTable {
  const statements = {
    write: database.prepare(
      `INSERT INTO measurements (kind, key, value, measured_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, measured_at = excluded.measured_at`,
    ),
    read: database.prepare<[string, string], { value: string }>(
      'SELECT value FROM measurements WHERE kind = ? AND key = ?',
    ),
    all: database.prepare<[string], { value: string }>(
      'SELECT value FROM measurements WHERE kind = ? ORDER BY key',
    ),
    clear: database.prepare('DELETE FROM measurements WHERE kind = ?'),
  };
  return {
    write: (kind, key, value) => {
      statements.write.run(kind, key, JSON.stringify(value), now().toISOString());
    },
    read: (kind, key, schema) => {
      const row = statements.read.get(kind, key);
      return row === undefined ? undefined : readJson(schema, row.value);
    },
    all: (kind, schema) => statements.all.all(kind).map((row) => readJson(schema, row.value)),
    clear: (kind) => {
      statements.clear.run(kind);
    },
  };
}
