import { type Outcome, outcomeSchema } from '../../shared/protocol/candidate.ts';
import type { SaveResult } from './candidates.ts';
import type { Database } from './database.ts';

export interface OutcomeTable {
  /**
   * Records one step of one person for one posting; the same step again only corrects its date.
   * @throws RangeError when the posting or the candidate is not in the database.
   */
  save(outcome: Outcome): SaveResult;
  all(): Outcome[];
  ofCandidate(externalId: string): Outcome[];
  count(): number;
}

export function createOutcomeTable(database: Database): OutcomeTable {
  const select = `SELECT p.external_id AS postingId, c.external_id AS externalId, o.stage, o.on_date AS "on"
    FROM outcomes o JOIN postings p ON p.id = o.posting_id JOIN candidates c ON c.id = o.candidate_id`;
  const statements = {
    posting: database.prepare<[string], { id: number }>('SELECT id FROM postings WHERE external_id = ?'),
    candidate: database.prepare<[string], { id: number }>('SELECT id FROM candidates WHERE external_id = ?'),
    known: database.prepare<[number, number, string], { on_date: string }>(
      'SELECT on_date FROM outcomes WHERE posting_id = ? AND candidate_id = ? AND stage = ?',
    ),
    save: database.prepare(
      `INSERT INTO outcomes (posting_id, candidate_id, stage, on_date) VALUES (?, ?, ?, ?)
       ON CONFLICT (posting_id, candidate_id, stage) DO UPDATE SET on_date = excluded.on_date`,
    ),
    all: database.prepare(`${select} ORDER BY o.on_date, o.posting_id, o.candidate_id, o.stage`),
    ofCandidate: database.prepare(`${select} WHERE c.external_id = ? ORDER BY o.on_date, o.posting_id`),
    count: database.prepare<[], { n: number }>('SELECT count(*) AS n FROM outcomes'),
  };

  return {
    save(outcome) {
      const posting = statements.posting.get(outcome.postingId);
      if (posting === undefined) {
        throw new RangeError(`no posting "${outcome.postingId}" was imported; import the postings first`);
      }
      const candidate = statements.candidate.get(outcome.externalId);
      if (candidate === undefined) {
        throw new RangeError(
          `no candidate "${outcome.externalId}" was imported; import the candidates first`,
        );
      }
      const known = statements.known.get(posting.id, candidate.id, outcome.stage)?.on_date;
      if (known === outcome.on) return 'unchanged';
      statements.save.run(posting.id, candidate.id, outcome.stage, outcome.on);
      return known === undefined ? 'imported' : 'updated';
    },
    all: () => outcomeSchema.array().parse(statements.all.all()),
    ofCandidate: (externalId) => outcomeSchema.array().parse(statements.ofCandidate.all(externalId)),
    count: () => statements.count.get()?.n ?? 0,
  };
}
