import { z } from 'zod';
import type { Database } from './database.ts';
import { jsonReader } from './json-column.ts';

/** What the taxonomy read from a candidate's record; identifiers, in a stable order. */
export const storedQualificationSchema = z.object({
  occupations: z.array(z.string()),
  skills: z.array(z.string()),
  licences: z.array(z.string()),
  years: z.number().optional(),
});
export type StoredQualification = z.infer<typeof storedQualificationSchema>;

/** A candidate as kept: redacted text and what was read from it. No attribute and no contact data. */
export interface StoredCandidate {
  readonly externalId: string;
  /** Redacted; the text as imported is never written to the database. */
  readonly text: string;
  readonly occupation?: string;
  readonly skills: readonly string[];
  readonly licences: readonly string[];
  readonly yearsOfExperience?: number;
  readonly qualification: StoredQualification;
}

export type SaveResult = 'imported' | 'updated' | 'unchanged';

export interface CandidateTable {
  /**
   * Inserts or replaces by external id.
   * @param sourceHash hash of the record as it came in; an equal one means "unchanged" and nothing is written.
   */
  save(candidate: StoredCandidate, sourceHash: string): SaveResult;
  /** The hash that the record of this external id was saved with, or undefined when there is none. */
  sourceHash(externalId: string): string | undefined;
  find(externalId: string): StoredCandidate | undefined;
  /** Every candidate in the order of import, read row by row. */
  all(): IterableIterator<StoredCandidate>;
  /** Everyone in the order of import, and the state that the pool is in with them. */
  everyone(): { readonly state: string; readonly people: readonly StoredCandidate[] };
  /** What was read of every candidate's record, in the order of import, without the texts. */
  qualifications(): IterableIterator<Pick<StoredCandidate, 'externalId' | 'qualification'>>;
  count(): number;
  /** Grows with every change of the pool, in any process; vectors and lists made at another revision are stale. */
  revision(): number;
  /** Names the state that the pool is in: another one after every change of what a list is made of, never one that was before. */
  state(): string;
  /**
   * Full-text search by BM25 (FTS5), best first; scores are positive, higher is better.
   * Terms are quoted, so nothing in them is read as query syntax.
   * @param weights of occupation, skills and text.
   */
  search(terms: readonly string[], limit: number, weights?: FieldWeights): SearchHit[];
  /** Keeps a person from retention (litigation, audit) with the reason; undefined lifts the hold. */
  hold(externalId: string, reason: string | undefined): boolean;
  /** External ids without a legal hold whose record and outcomes are all older than a date (ISO 8601). */
  untouchedSince(date: string): string[];
  remove(externalId: string): boolean;
}

export type FieldWeights = readonly [occupation: number, skills: number, text: number];
export interface SearchHit {
  readonly externalId: string;
  readonly score: number;
}

interface Row {
  id: number;
  external_id: string;
  text: string;
  occupation: string | null;
  skills: string;
  licences: string;
  years: number | null;
  qualification: string;
}

const stringsSchema = z.array(z.string());

/** Reads the rows of one pass over the table. */
function candidateReader(): (row: Row) => StoredCandidate {
  const readStrings = jsonReader(stringsSchema);
  const readQualification = jsonReader(storedQualificationSchema);
  return (row) => ({
    externalId: row.external_id,
    text: row.text,
    ...(row.occupation === null ? {} : { occupation: row.occupation }),
    skills: readStrings(row.skills),
    licences: readStrings(row.licences),
    ...(row.years === null ? {} : { yearsOfExperience: row.years }),
    qualification: readQualification(row.qualification),
  });
}

/** An FTS5 string literal: quotes doubled, so that operators and column filters lose their meaning. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '""').replaceAll('\0', '')}"`;
}

export function createCandidateTable(database: Database, now: () => Date): CandidateTable {
  const columns = 'id, external_id, text, occupation, skills, licences, years, qualification';
  const statements = {
    hash: database.prepare<[string], { source_hash: string }>(
      'SELECT source_hash FROM candidates WHERE external_id = ?',
    ),
    insert: database.prepare(
      `INSERT INTO candidates
         (external_id, source_hash, text, occupation, skills, licences, years, qualification, imported_at, updated_at)
       VALUES (@externalId, @sourceHash, @text, @occupation, @skills, @licences, @years, @qualification, @at, @at)`,
    ),
    update: database.prepare(
      `UPDATE candidates SET source_hash = @sourceHash, text = @text, occupation = @occupation, skills = @skills,
         licences = @licences, years = @years, qualification = @qualification, updated_at = @at
       WHERE external_id = @externalId`,
    ),
    find: database.prepare<[string], Row>(`SELECT ${columns} FROM candidates WHERE external_id = ?`),
    all: database.prepare<[], Row>(`SELECT ${columns} FROM candidates ORDER BY id`),
    qualifications: database.prepare<[], Pick<Row, 'external_id' | 'qualification'>>(
      'SELECT external_id, qualification FROM candidates ORDER BY id',
    ),
    count: database.prepare<[], { n: number }>('SELECT count(*) AS n FROM candidates'),
    revision: database.prepare<[], { revision: number }>('SELECT revision FROM pool_revision'),
    state: database.prepare<[], { state: string }>('SELECT state FROM pool_revision'),
    search: database.prepare<[number, number, number, string, number], SearchHit>(
      `SELECT c.external_id AS externalId, -bm25(candidates_fts, ?, ?, ?) AS score
       FROM candidates_fts JOIN candidates c ON c.id = candidates_fts.rowid
       WHERE candidates_fts MATCH ? ORDER BY score DESC, c.id LIMIT ?`,
    ),
    hold: database.prepare('UPDATE candidates SET legal_hold = ? WHERE external_id = ?'),
    untouched: database.prepare<[string, string], { external_id: string }>(
      `SELECT external_id FROM candidates c WHERE legal_hold IS NULL AND updated_at < ?
         AND NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.candidate_id = c.id AND o.on_date >= ?) ORDER BY id`,
    ),
    remove: database.prepare('DELETE FROM candidates WHERE external_id = ?'),
  };

  function* all() {
    const read = candidateReader();
    for (const row of statements.all.iterate()) yield read(row);
  }
  function* qualifications() {
    const read = jsonReader(storedQualificationSchema);
    for (const { external_id, qualification } of statements.qualifications.iterate()) {
      yield { externalId: external_id, qualification: read(qualification) };
    }
  }
  const state = () => statements.state.get()?.state ?? '';
  // One transaction, so that rows and state belong together.
  const everyone = database.transaction(() => ({ state: state(), people: [...all()] }));

  return {
    save(candidate, sourceHash) {
      const known = statements.hash.get(candidate.externalId)?.source_hash;
      if (known === sourceHash) return 'unchanged';
      const statement = known === undefined ? statements.insert : statements.update;
      statement.run({
        externalId: candidate.externalId,
        sourceHash,
        text: candidate.text,
        occupation: candidate.occupation ?? null,
        skills: JSON.stringify(candidate.skills),
        licences: JSON.stringify(candidate.licences),
        years: candidate.yearsOfExperience ?? null,
        qualification: JSON.stringify(candidate.qualification),
        at: now().toISOString(),
      });
      return known === undefined ? 'imported' : 'updated';
    },
    sourceHash: (externalId) => statements.hash.get(externalId)?.source_hash,
    find(externalId) {
      const row = statements.find.get(externalId);
      return row === undefined ? undefined : candidateReader()(row);
    },
    all,
    everyone: () => everyone(),
    qualifications,
    count: () => statements.count.get()?.n ?? 0,
    revision: () => statements.revision.get()?.revision ?? 0,
    state,
    search(terms, limit, weights = [1, 1, 1]) {
      const words = terms.filter((term) => /[\p{L}\p{N}]/u.test(term));
      if (words.length === 0) return [];
      return statements.search.all(...weights, words.map(quoted).join(' OR '), limit);
    },
    hold: (externalId, reason) => statements.hold.run(reason ?? null, externalId).changes > 0,
    untouchedSince: (date) => statements.untouched.all(date, date).map((row) => row.external_id),
    remove: (externalId) => statements.remove.run(externalId).changes > 0,
  };
}
