import { z } from 'zod';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

export const auditActions = [
  'paired',
  'token-revoked',
  'imported',
  'figures-seen',
  'list-seen',
  'trained',
  'promoted',
  'policy-exported',
  'policy-imported',
  'settings-changed',
  'statements-changed',
  'exported',
  'erased',
  'hold-changed',
  'backed-up',
  'restored',
] as const;

/** Detail names counts, formats and files; never a candidate, so that erasing a person leaves nothing here. */
export const auditEntrySchema = z.object({
  id: z.int(),
  at: z.string(),
  /** `command line`, `retention` or the client name of the token. */
  actor: z.string(),
  action: z.enum(auditActions),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditAction = (typeof auditActions)[number];

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
