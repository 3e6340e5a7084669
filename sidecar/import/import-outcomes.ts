import { extname } from 'node:path';
import type { SelfReport } from '../../shared/protocol/candidate.ts';
import type { ImportSummary } from '../../shared/protocol/sidecar.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { SaveResult } from '../storage/candidates.ts';
import type { Store } from '../storage/store.ts';
import { importInBatches } from './batches.ts';
import { sha256 } from './candidate-record.ts';
import { requireColumns } from './column-mapping.ts';
import type { ImportOptions } from './import-candidates.ts';
import { inspectTextFile, readText } from './inspect-file.ts';
import { type OutcomeColumns, type OutcomeRow, readOutcomeRow } from './outcome-rows.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import type { Row } from './rows.ts';
import { readSelfReports, type SelfReportTable } from './self-report-table.ts';

type Content = Readonly<Record<string, unknown>>;

export interface OutcomeStores {
  readonly store: Store;
  readonly attributes: AttributeStore;
}

export interface OutcomeImportOptions extends Omit<ImportOptions, 'map' | 'onNote'> {
  /** Columns named by hand, over what is known from their names. */
  readonly map?: OutcomeColumns;
  /** There where the file is a table of self-reports, one row a person and one column an attribute. */
  readonly selfReports?: SelfReportTable | undefined;
}

/**
 * Imports postings, steps of people, self-reports or monthly totals from one .csv or .jsonl file; the columns say which.
 * Self-reports and totals go to the database file of their own. Both files commit before the position moves, and every
 * row is idempotent, so an import that was cut off loses nothing and doubles nothing.
 */
export async function importOutcomes(
  file: string,
  options: OutcomeImportOptions,
  { store, attributes }: OutcomeStores,
): Promise<ImportSummary> {
  const { map = {}, selfReports, signal } = options;
  const content = await inspectTextFile(file, signal);
  const text = readText(file, content.encoding, signal);
  const isJson = ['.jsonl', '.ndjson'].includes(extname(file).toLowerCase());
  const named = [...Object.values(map), ...Object.values(selfReports?.attributes ?? {})];
  const rows = isJson ? readJsonl(text) : withColumns(readCsv(text), named);
  const save = (row: Content) =>
    selfReports === undefined
      ? saveRow(readOutcomeRow(row, map), { store, attributes })
      : saveReports(readSelfReports(row, selfReports, map), attributes);
  if (options.dryRun) return dryRun(rows, save, options, { store, attributes });
  // The same file read in another way is another import: it does not go on where the other was cut off.
  const sourceHash =
    named.length === 0 ? content.hash : sha256(JSON.stringify([content.hash, map, selfReports]));
  return importInBatches(rows, {
    progress: { imports: store.imports, kind: 'outcomes', sourceHash },
    transaction: (work) => store.transaction(() => attributes.transaction(work)),
    save,
    ...passed(options),
  });
}

/** @throws MappingError at the first row where a column that was named by hand is not in the file */
async function* withColumns(rows: AsyncIterable<Row>, named: readonly string[]): AsyncGenerator<Row> {
  let isChecked = false;
  for await (const row of rows) {
    if (!isChecked && 'record' in row) requireColumns(named, Object.keys(row.record));
    isChecked ||= 'record' in row;
    yield row;
  }
}

/** What a row of several reports did: one that is new or changed is what counts. */
function saveReports(reports: readonly SelfReport[], attributes: AttributeStore): SaveResult {
  const results = reports.map((report) => attributes.save(report));
  return saveResults.find((result) => results.includes(result)) ?? 'unchanged';
}
const saveResults: readonly SaveResult[] = ['imported', 'updated'];

function saveRow(read: OutcomeRow, { store, attributes }: OutcomeStores): SaveResult {
  switch (read.kind) {
    case 'posting':
      return store.postings.save(read.record);
    case 'outcome':
      return store.outcomes.save(read.record);
    case 'total':
      return attributes.saveTotal(read.record);
    case 'withdrawal':
      return attributes.withdraw(read.record.externalId, read.record.withdrawnOn) > 0
        ? 'updated'
        : 'unchanged';
    case 'self-report': {
      const { withdrawnOn, ...report } = read.record;
      const result = attributes.save(report);
      if (withdrawnOn === undefined) return result;
      attributes.withdraw(report.externalId, withdrawnOn);
      return result;
    }
  }
}

/** Does the real work in transactions that are taken back, so that the counts are the real ones. */
function dryRun(
  rows: Parameters<typeof importInBatches>[0],
  save: (row: Content) => SaveResult,
  options: OutcomeImportOptions,
  { store, attributes }: OutcomeStores,
): Promise<ImportSummary> {
  return importInBatches(rows, {
    transaction: (work) => rolledBack(store, () => rolledBack(attributes, work)),
    save,
    ...passed(options),
  });
}

class RollBack extends Error {}

function rolledBack(database: { transaction<T>(work: () => T): T }, work: () => void): void {
  try {
    database.transaction(() => {
      work();
      throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
  }
}

function passed({ signal, onProgress }: OutcomeImportOptions) {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}
