import type { z } from 'zod';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

export interface Promotion {
  readonly policyId: string;
  /** The evidence the promotion rests on, as the evaluation wrote it. */
  readonly record: unknown;
  readonly promotedAt: string;
  readonly withdrawnAt?: string;
}

/** Policies and language models that were trained, and which of each kind is in use. */
export interface PolicyTable {
  save(id: string, kind: string, content: unknown): void;
  content<T>(id: string, schema: z.ZodType<T>): T | undefined;
  ids(kind: string): string[];
  /** Every policy of a kind with the time it was kept, oldest first. */
  list(kind: string): { id: string; createdAt: string }[];
  promote(id: string, kind: string, record: unknown): void;
  /** The promotion in force, the newest that was not withdrawn. */
  current(kind: string): Promotion | undefined;
  /** Every promotion of a kind, oldest first, the withdrawn ones too. */
  promotions(kind: string): Promotion[];
  /** Withdraws the promotion in force, so that the one before it is in force again. */
  withdraw(kind: string): Promotion | undefined;
}

interface PromotionRow {
  id: number;
  policy_id: string;
  record: string;
  promoted_at: string;
  withdrawn_at: string | null;
}

function toPromotion(row: PromotionRow): Promotion {
  return {
    policyId: row.policy_id,
    record: JSON.parse(row.record),
    promotedAt: row.promoted_at,
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
  };
}

export function createPolicyTable(database: Database, now: () => Date): PolicyTable {
  const statements = {
    save: database.prepare('INSERT INTO policies (id, kind, content, created_at) VALUES (?, ?, ?, ?)'),
    content: database.prepare<[string], { content: string }>('SELECT content FROM policies WHERE id = ?'),
    ids: database.prepare<[string], { id: string }>(
      'SELECT id FROM policies WHERE kind = ? ORDER BY created_at, id',
    ),
    list: database.prepare<[string], { id: string; createdAt: string }>(
      'SELECT id, created_at AS createdAt FROM policies WHERE kind = ? ORDER BY created_at, id',
    ),
    promote: database.prepare(
      'INSERT INTO promotions (kind, policy_id, record, promoted_at) VALUES (?, ?, ?, ?)',
    ),
    current: database.prepare<[string], PromotionRow>(
      'SELECT * FROM promotions WHERE kind = ? AND withdrawn_at IS NULL ORDER BY id DESC LIMIT 1',
    ),
    promotions: database.prepare<[string], PromotionRow>(
      'SELECT * FROM promotions WHERE kind = ? ORDER BY id',
    ),
    withdraw: database.prepare('UPDATE promotions SET withdrawn_at = ? WHERE id = ?'),
  };
  const current = (kind: string) => {
    const row = statements.current.get(kind);
    return row === undefined ? undefined : toPromotion(row);
  };
  const withdraw = database.transaction((kind: string) => {
    const row = statements.current.get(kind);
    if (row !== undefined) statements.withdraw.run(now().toISOString(), row.id);
    return current(kind);
  });
  return {
    save: (id, kind, content) => {
      statements.save.run(id, kind, JSON.stringify(content), now().toISOString());
    },
    content: (id, schema) => {
      const row = statements.content.get(id);
      return row === undefined ? undefined : readJson(schema, row.content);
    },
    list: (kind) => statements.list.all(kind),
    ids: (kind) => statements.ids.all(kind).map((row) => row.id),
    promote: (id, kind, record) => {
      statements.promote.run(kind, id, JSON.stringify(record), now().toISOString());
    },
    current,
    promotions: (kind) => statements.promotions.all(kind).map(toPromotion),
    withdraw: (kind) => withdraw(kind),
  };
}
