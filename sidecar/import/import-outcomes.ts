import { extname } from 'node:path';
import type { ImportSummary } from '../../shared/protocol/sidecar.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { SaveResult } from '../storage/candidates.ts';
import type { Store } from '../storage/store.ts';
import { importInBatches } from './batches.ts';
import type { ImportOptions } from './import-candidates.ts';
import { inspectTextFile, readText } from './inspect-file.ts';
import { readOutcomeRow } from './outcome-rows.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';

export interface OutcomeStores {
  readonly store: Store;
  readonly attributes: AttributeStore;
}

/**
 * Imports postings, steps of people, self-reports or monthly totals from one .csv or .jsonl file; the columns say which.
 * Self-reports and totals go to the database file of their own. Both files commit before the position moves, and every
 * row is idempotent, so an import that was cut off loses nothing and doubles nothing.
 */
export async function importOutcomes(
  file: string,
  options: ImportOptions,
  { store, attributes }: OutcomeStores,
): Promise<ImportSummary> {
  const content = await inspectTextFile(file, options.signal);
  const text = readText(file, content.encoding, options.signal);
  const rows = ['.jsonl', '.ndjson'].includes(extname(file).toLowerCase()) ? readJsonl(text) : readCsv(text);
  const save = (row: Readonly<Record<string, unknown>>) => saveRow(row, { store, attributes });
  if (options.dryRun) return dryRun(rows, save, options, { store, attributes });
  return importInBatches(rows, {
    progress: { imports: store.imports, kind: 'outcomes', sourceHash: content.hash },
    transaction: (work) => store.transaction(() => attributes.transaction(work)),
    save,
    ...passed(options),
  });
}

function saveRow(row: Readonly<Record<string, unknown>>, { store, attributes }: OutcomeStores): SaveResult {
  const read = readOutcomeRow(row);
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
  save: (row: Readonly<Record<string, unknown>>) => SaveResult,
  options: ImportOptions,
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

function passed({ signal, onProgress }: ImportOptions) {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}
