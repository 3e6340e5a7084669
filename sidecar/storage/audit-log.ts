import { z } from 'zod';
import { type AuditAction, type AuditEntry, auditEntrySchema } from '../../shared/protocol/company-data.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** Append-only: the database itself refuses to change or delete an entry. */
export interface AuditLog {
  add(actor: string, action: AuditAction, detail: AuditEntry['detail']): void;
  /** Newest first; `before` is the id of the last entry of the page before. */
  page(limit: number, before?: number): AuditEntry[];
}

export function createAuditLog(database: Database, now: () => Date): AuditLog {
  const insert = database.prepare('INSERT INTO audit_log (at, actor, action, detail) VALUES (?, ?, ?, ?)');
  const page = database.prepare<[number, number], Omit<AuditEntry, 'detail'> & { detail: string }>(
    'SELECT id, at, actor, action, detail FROM audit_log WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  return {
    add: (actor, action, detail) => {
      insert.run(now().toISOString(), actor, action, JSON.stringify(detail));
    },
    page: (limit, before = Number.MAX_SAFE_INTEGER) =>
      page
        .all(before, limit)
        .map((row) => auditEntrySchema.parse({ ...row, detail: readJson(z.unknown(), row.detail) })),
  };
}
