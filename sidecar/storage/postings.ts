import { createHash } from 'node:crypto';
import type { PastPosting } from '../../shared/protocol/candidate.ts';
import type { SaveResult } from './candidates.ts';
import type { Database } from './database.ts';

export interface PostingVersion {
  readonly text: string;
  readonly recordedAt: string;
}

export interface PostingTable {
  /** Inserts or updates by external id; a text not seen before becomes a new version, earlier ones are kept. */
  save(posting: PastPosting): SaveResult;
  /** The posting with its newest text. */
  find(externalId: string): PastPosting | undefined;
  /** Every text the posting was published with, oldest first. */
  versions(externalId: string): PostingVersion[];
  all(): PastPosting[];
  count(): number;
  /** Takes a posting out with its versions and outcomes. */
  remove(externalId: string): boolean;
}

/** A posting as a candidate reads it: its title, unless the text begins with it, and the text. */
export function wholeText({ title, text }: Pick<PastPosting, 'title' | 'text'>): string {
  return text.startsWith(title) ? text : `${title}\n\n${text}`;
}

interface Row {
  external_id: string;
  title: string;
  text: string;
  employer: string | null;
  department: string | null;
  location: string | null;
  published_on: string | null;
}

function toPosting(row: Row): PastPosting {
  return {
    externalId: row.external_id,
    title: row.title,
    text: row.text,
    ...(row.employer === null ? {} : { employer: row.employer }),
    ...(row.department === null ? {} : { department: row.department }),
    ...(row.location === null ? {} : { location: row.location }),
    ...(row.published_on === null ? {} : { publishedOn: row.published_on }),
  };
}

export function createPostingTable(database: Database, now: () => Date): PostingTable {
  const withNewestText = `SELECT p.external_id, p.title, v.text, p.employer, p.department, p.location, p.published_on
    FROM postings p JOIN posting_versions v
      ON v.id = (SELECT max(id) FROM posting_versions WHERE posting_id = p.id)`;
  const statements = {
    find: database.prepare<[string], Row>(`${withNewestText} WHERE p.external_id = ?`),
    all: database.prepare<[], Row>(`${withNewestText} ORDER BY p.id`),
    upsert: database.prepare<unknown[], { id: number }>(
      `INSERT INTO postings (external_id, title, employer, department, location, published_on)
       VALUES (@externalId, @title, @employer, @department, @location, @publishedOn)
       ON CONFLICT (external_id) DO UPDATE SET title = excluded.title, employer = excluded.employer,
         department = excluded.department, location = excluded.location, published_on = excluded.published_on
       RETURNING id`,
    ),
    addVersion: database.prepare(
      `INSERT INTO posting_versions (posting_id, text, content_hash, recorded_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (posting_id, content_hash) DO NOTHING`,
    ),
    versions: database.prepare<[string], PostingVersion>(
      `SELECT v.text, v.recorded_at AS recordedAt FROM posting_versions v
       JOIN postings p ON p.id = v.posting_id WHERE p.external_id = ? ORDER BY v.id`,
    ),
    count: database.prepare<[], { n: number }>('SELECT count(*) AS n FROM postings'),
    remove: database.prepare('DELETE FROM postings WHERE external_id = ?'),
  };
  const find = (externalId: string) => {
    const row = statements.find.get(externalId);
    return row === undefined ? undefined : toPosting(row);
  };

  const save = database.transaction((posting: PastPosting): SaveResult => {
    const known = find(posting.externalId);
    const fields = {
      externalId: posting.externalId,
      title: posting.title,
      employer: posting.employer ?? null,
      department: posting.department ?? null,
      location: posting.location ?? null,
      publishedOn: posting.publishedOn ?? null,
    };
    const row = statements.upsert.get(fields);
    const hash = createHash('sha256').update(posting.text).digest('hex');
    const added = statements.addVersion.run(row?.id, posting.text, hash, now().toISOString()).changes > 0;
    if (known === undefined) return 'imported';
    const same = Object.entries(fields).every(
      ([key, value]) => (known[key as keyof PastPosting] ?? null) === value,
    );
    return same && !added ? 'unchanged' : 'updated';
  });

  return {
    save: (posting) => save(posting),
    find,
    versions: (externalId) => statements.versions.all(externalId),
    all: () => statements.all.all().map(toPosting),
    count: () => statements.count.get()?.n ?? 0,
    remove: (externalId) => statements.remove.run(externalId).changes > 0,
  };
}
