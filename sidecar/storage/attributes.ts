import { join } from 'node:path';
import type { SelfReport } from '../../shared/protocol/candidate.ts';
import type { AttributeColumn } from '../../training/recommender.ts';
import type { SaveResult } from './candidates.ts';
import { copyDatabase, openDatabase } from './database.ts';
import { withStorageErrors } from './errors.ts';

/** Name of the file that holds self-reports. Nothing but this module opens it. */
export const attributesDatabaseFile = 'attributes.sqlite';

/** Values that say "no answer"; they are counted beside the groups and never imputed. */
export const unknownValue = 'unknown';
export const declinedValue = 'declined';

const migrations: readonly string[] = [
  `
  CREATE TABLE self_reports (
    external_id TEXT NOT NULL,
    attribute TEXT NOT NULL,
    value TEXT,
    lawful_basis TEXT NOT NULL,
    notice_version TEXT NOT NULL,
    recorded_on TEXT NOT NULL,
    withdrawn_on TEXT,
    PRIMARY KEY (external_id, attribute)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE group_totals (
    posting_id TEXT NOT NULL,
    month TEXT NOT NULL,
    attribute TEXT NOT NULL,
    value TEXT NOT NULL,
    stage TEXT NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (posting_id, month, attribute, value, stage)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE report_revision (revision INTEGER NOT NULL) STRICT;
  INSERT INTO report_revision VALUES (0);
  CREATE TRIGGER report_revision_insert AFTER INSERT ON self_reports BEGIN
    UPDATE report_revision SET revision = revision + 1;
  END;
  CREATE TRIGGER report_revision_update AFTER UPDATE ON self_reports BEGIN
    UPDATE report_revision SET revision = revision + 1;
  END;
  CREATE TRIGGER report_revision_delete AFTER DELETE ON self_reports BEGIN
    UPDATE report_revision SET revision = revision + 1;
  END;
  `,
];

/** A month's total of one group at one stage, for companies that may hold no more than that. */
export interface GroupTotal {
  readonly postingId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly attribute: string;
  readonly value: string;
  readonly stage: string;
  readonly people: number;
}

/** A self-report as kept; a withdrawn one keeps its dates and loses its value. */
export interface StoredSelfReport extends Omit<SelfReport, 'value'> {
  readonly value?: string;
  readonly withdrawnOn?: string;
}

/** Voluntary self-reports. Handed only to the code that measures, exports or erases; never to what ranks. */
export interface AttributeStore {
  save(report: SelfReport): SaveResult;
  /** Deletes the values a person gave and keeps the date of the withdrawal. Returns how many there were. */
  withdraw(externalId: string, on: string): number;
  /** Names of the attributes that at least one person reported. */
  attributes(): string[];
  /** The groups of a pool for one attribute, aligned with `ids`; groups in alphabetical order. */
  column(attribute: string, ids: readonly string[]): AttributeColumn;
  /** Grows with every change of a self-report, in any process; figures measured at another revision are stale. */
  revision(): number;
  ofCandidate(externalId: string): StoredSelfReport[];
  saveTotal(total: GroupTotal): SaveResult;
  totals(): GroupTotal[];
  remove(externalId: string): number;
  transaction<T>(work: () => T): T;
  copyTo(path: string): void;
  compact(): void;
  close(): void;
}

interface Row {
  external_id: string;
  attribute: string;
  value: string | null;
  lawful_basis: string;
  notice_version: string;
  recorded_on: string;
  withdrawn_on: string | null;
}

function toSelfReport(row: Row): StoredSelfReport {
  return {
    externalId: row.external_id,
    attribute: row.attribute,
    ...(row.value === null ? {} : { value: row.value }),
    lawfulBasis: row.lawful_basis,
    noticeVersion: row.notice_version,
    recordedOn: row.recorded_on,
    ...(row.withdrawn_on === null ? {} : { withdrawnOn: row.withdrawn_on }),
  };
}

/**
 * Opens the attribute database of a data folder (mode 0600), creating it when absent.
 * @throws StorageError when the file is newer than this program, damaged, locked or not writable.
 */
export function openAttributes(directory: string): AttributeStore {
  const database = openDatabase(join(directory, attributesDatabaseFile), migrations);
  const statements = {
    find: database.prepare<[string, string], Row>(
      'SELECT * FROM self_reports WHERE external_id = ? AND attribute = ?',
    ),
    save: database.prepare(
      `INSERT INTO self_reports (external_id, attribute, value, lawful_basis, notice_version, recorded_on)
       VALUES (@externalId, @attribute, @value, @lawfulBasis, @noticeVersion, @recordedOn)
       ON CONFLICT (external_id, attribute) DO UPDATE SET value = excluded.value,
         lawful_basis = excluded.lawful_basis, notice_version = excluded.notice_version,
         recorded_on = excluded.recorded_on, withdrawn_on = NULL`,
    ),
    withdraw: database.prepare(
      `UPDATE self_reports SET value = NULL, withdrawn_on = ? WHERE external_id = ? AND withdrawn_on IS NULL`,
    ),
    attributes: database.prepare<[], { attribute: string }>(
      'SELECT DISTINCT attribute FROM self_reports ORDER BY attribute',
    ),
    column: database.prepare<[string], { external_id: string; value: string }>(
      'SELECT external_id, value FROM self_reports WHERE attribute = ? AND value IS NOT NULL',
    ),
    revision: database.prepare<[], { revision: number }>('SELECT revision FROM report_revision'),
    ofCandidate: database.prepare<[string], Row>(
      'SELECT * FROM self_reports WHERE external_id = ? ORDER BY attribute',
    ),
    total: database.prepare<Omit<GroupTotal, 'people'>, { people: number }>(
      `SELECT people FROM group_totals WHERE posting_id = @postingId AND month = @month
         AND attribute = @attribute AND value = @value AND stage = @stage`,
    ),
    saveTotal: database.prepare(
      `INSERT INTO group_totals (posting_id, month, attribute, value, stage, people)
       VALUES (@postingId, @month, @attribute, @value, @stage, @people)
       ON CONFLICT (posting_id, month, attribute, value, stage) DO UPDATE SET people = excluded.people`,
    ),
    totals: database.prepare<[], GroupTotal>(
      `SELECT posting_id AS postingId, month, attribute, value, stage, people FROM group_totals
       ORDER BY posting_id, month, attribute, value, stage`,
    ),
    remove: database.prepare('DELETE FROM self_reports WHERE external_id = ?'),
  };

  return {
    save(report) {
      const row = statements.find.get(report.externalId, report.attribute);
      const known = row === undefined ? undefined : toSelfReport(row);
      // A withdrawal stands against a repeat of the same report; only a report made later than it counts again.
      if (known?.withdrawnOn !== undefined && report.recordedOn <= known.withdrawnOn) return 'unchanged';
      const same =
        known?.value === report.value &&
        known.lawfulBasis === report.lawfulBasis &&
        known.noticeVersion === report.noticeVersion &&
        known.recordedOn === report.recordedOn;
      if (same) return 'unchanged';
      statements.save.run(report);
      return known === undefined ? 'imported' : 'updated';
    },
    withdraw: (externalId, on) => statements.withdraw.run(on, externalId).changes,
    attributes: () => statements.attributes.all().map((row) => row.attribute),
    column(attribute, ids) {
      const values = new Map(statements.column.all(attribute).map((row) => [row.external_id, row.value]));
      const named = new Set(values.values());
      named.delete(unknownValue);
      named.delete(declinedValue);
      const groups = [...named].sort();
      const codeOf = new Map(groups.map((group, code) => [group, code]));
      codeOf.set(declinedValue, -2);
      const codes = Int16Array.from(ids, (id) => codeOf.get(values.get(id) ?? unknownValue) ?? -1);
      return { name: attribute, groups, codes };
    },
    revision: () => statements.revision.get()?.revision ?? 0,
    ofCandidate: (externalId) => statements.ofCandidate.all(externalId).map(toSelfReport),
    saveTotal(total) {
      const known = statements.total.get(total)?.people;
      if (known === total.people) return 'unchanged';
      statements.saveTotal.run(total);
      return known === undefined ? 'imported' : 'updated';
    },
    totals: () => statements.totals.all(),
    remove: (externalId) => statements.remove.run(externalId).changes,
    transaction: (work) => withStorageErrors(() => database.transaction(work).immediate()),
    copyTo: (path) => withStorageErrors(() => copyDatabase(database, path), path),
    compact: () =>
      withStorageErrors(() => {
        database.exec('VACUUM');
        database.pragma('wal_checkpoint(TRUNCATE)');
      }),
    close: () => {
      database.close();
    },
  };
}
