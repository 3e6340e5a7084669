import { type Decision, decisionSchema } from '../../shared/protocol/sidecar.ts';
import type { Database } from './database.ts';

export interface DecisionTable {
  /** Adds what a recruiter did with offered edits, all or none. */
  add(decisions: readonly Decision[]): void;
  all(): (Decision & { decidedAt: string })[];
  count(): number;
}

const rowSchema = decisionSchema.extend({ decidedAt: decisionSchema.shape.postingId });

export function createDecisionTable(database: Database, now: () => Date): DecisionTable {
  const insert = database.prepare(
    `INSERT INTO decisions (posting_id, rule_id, category, source, decision, decided_at)
     VALUES (@postingId, @ruleId, @category, @source, @decision, @decidedAt)`,
  );
  const all = database.prepare(
    `SELECT posting_id AS postingId, rule_id AS ruleId, category, source, decision, decided_at AS decidedAt
     FROM decisions ORDER BY id`,
  );
  const count = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM decisions');
  const add = database.transaction((decisions: readonly Decision[]) => {
    const decidedAt = now().toISOString();
    for (const decision of decisions) insert.run({ ...decision, decidedAt });
  });
  return {
    add: (decisions) => add(decisions),
    all: () => rowSchema.array().parse(all.all()),
    count: () => count.get()?.n ?? 0,
  };
}
