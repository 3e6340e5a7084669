import { type Statement, statementSchema } from '../../shared/protocol/sidecar.ts';
import type { Database } from './database.ts';

/** Sentences about the company that its own people entered as true; the only text an `insert` edit may use. */
export interface StatementTable {
  save(statement: Statement): void;
  all(): Statement[];
  remove(id: string): boolean;
}

export function createStatementTable(database: Database, now: () => Date): StatementTable {
  const statements = {
    save: database.prepare(
      `INSERT INTO statements (id, text, topic, added_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, topic = excluded.topic`,
    ),
    all: database.prepare('SELECT id, text, topic FROM statements ORDER BY topic, id'),
    remove: database.prepare('DELETE FROM statements WHERE id = ?'),
  };
  return {
    save: ({ id, text, topic }) => {
      statements.save.run(id, text, topic, now().toISOString());
    },
    all: () => statementSchema.array().parse(statements.all.all()),
    remove: (id) => statements.remove.run(id).changes > 0,
  };
}
