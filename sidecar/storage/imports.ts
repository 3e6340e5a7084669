import { z } from 'zod';
import { type ImportSummary, importSummarySchema } from '../../shared/protocol/sidecar.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** An import under way: how many records were dealt with and the counts so far. */
export interface ImportProgress {
  readonly id: number;
  readonly position: number;
  readonly summary: ImportSummary;
}

export interface FinishedImport {
  readonly kind: string;
  /** SHA-256 of what was imported. */
  readonly sourceHash: string;
  readonly summary: ImportSummary;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/**
 * Imports, so that one that was cut off goes on where its last committed batch ended.
 * `advance` is called in the transaction of the batch: both are there after a crash, or neither.
 */
export interface ImportTable {
  /** Goes on with an unfinished import of the same content, or starts one. */
  begin(kind: string, sourceHash: string): ImportProgress;
  advance(id: number, position: number, summary: ImportSummary): void;
  finish(id: number, summary: ImportSummary): void;
  finished(): FinishedImport[];
}

interface Row {
  id: number;
  kind: string;
  source_hash: string;
  position: number;
  summary: string;
  started_at: string;
  finished_at: string | null;
}

export const emptySummary: ImportSummary = { imported: 0, updated: 0, unchanged: 0, rejected: [] };

export function createImportTable(database: Database, now: () => Date): ImportTable {
  const statements = {
    unfinished: database.prepare<[string, string], Row>(
      'SELECT * FROM imports WHERE kind = ? AND source_hash = ? AND finished_at IS NULL ORDER BY id DESC LIMIT 1',
    ),
    begin: database.prepare(
      'INSERT INTO imports (kind, source_hash, position, summary, started_at) VALUES (?, ?, 0, ?, ?)',
    ),
    advance: database.prepare('UPDATE imports SET position = ?, summary = ? WHERE id = ?'),
    finish: database.prepare('UPDATE imports SET finished_at = ?, summary = ? WHERE id = ?'),
    finished: database.prepare<[], Row>('SELECT * FROM imports WHERE finished_at IS NOT NULL ORDER BY id'),
  };
  const begin = database.transaction((kind: string, sourceHash: string): ImportProgress => {
    const row = statements.unfinished.get(kind, sourceHash);
    if (row !== undefined) {
      return { id: row.id, position: row.position, summary: readJson(importSummarySchema, row.summary) };
    }
    const json = JSON.stringify(emptySummary);
    const { lastInsertRowid } = statements.begin.run(kind, sourceHash, json, now().toISOString());
    return { id: Number(lastInsertRowid), position: 0, summary: emptySummary };
  });
  return {
    begin: (kind, sourceHash) => begin(kind, sourceHash),
    advance: (id, position, summary) => {
      statements.advance.run(position, JSON.stringify(summary), id);
    },
    finish: (id, summary) => {
      statements.finish.run(now().toISOString(), JSON.stringify(summary), id);
    },
    finished: () =>
      statements.finished.all().map((row) => ({
        kind: row.kind,
        sourceHash: row.source_hash,
        summary: readJson(importSummarySchema, row.summary),
        startedAt: row.started_at,
        finishedAt: z.string().parse(row.finished_at),
      })),
  };
}
