import { z } from 'zod';
import { editSources, factKinds } from '../../shared/protocol/edit.ts';
import { engines, listVerdicts } from '../../shared/protocol/rewrite.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

const loggedEditSchema = z.object({ source: z.enum(editSources), ruleId: z.string().optional() });
const loggedRefusalSchema = loggedEditSchema.extend({ factKind: z.enum(factKinds) });

/** What a rewrite did, without a word of the posting: which rules, which sources, which facts the guard held. */
export const loggedRewriteSchema = z.object({
  /** Content hash of the original, so that repeats of one posting can be told apart. */
  textHash: z.string(),
  engine: z.enum(engines),
  edits: z.array(loggedEditSchema),
  refused: z.array(loggedRefusalSchema),
  verdict: z.enum(listVerdicts).optional(),
});
export type LoggedRewrite = z.infer<typeof loggedRewriteSchema>;

export interface RewriteTable {
  add(rewrite: LoggedRewrite): void;
  all(): (LoggedRewrite & { madeAt: string })[];
  count(): number;
}

interface Row {
  text_hash: string;
  engine: string;
  edits: string;
  refused: string;
  verdict: string | null;
  made_at: string;
}

export function createRewriteTable(database: Database, now: () => Date): RewriteTable {
  const insert = database.prepare(
    'INSERT INTO rewrites (text_hash, engine, edits, refused, verdict, made_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const all = database.prepare<[], Row>('SELECT * FROM rewrites ORDER BY id');
  const count = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM rewrites');
  return {
    add: ({ textHash, engine, edits, refused, verdict }) => {
      const json = [JSON.stringify(edits), JSON.stringify(refused)];
      insert.run(textHash, engine, ...json, verdict ?? null, now().toISOString());
    },
    all: () =>
      all.all().map((row) => ({
        ...loggedRewriteSchema.parse({
          textHash: row.text_hash,
          engine: row.engine,
          edits: readJson(z.unknown(), row.edits),
          refused: readJson(z.unknown(), row.refused),
          verdict: row.verdict ?? undefined,
        }),
        madeAt: row.made_at,
      })),
    count: () => count.get()?.n ?? 0,
  };
}
