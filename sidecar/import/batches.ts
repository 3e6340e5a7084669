import type { ImportSummary } from '../../shared/protocol/sidecar.ts';
import type { SaveResult } from '../storage/candidates.ts';
import type { ImportTable } from '../storage/imports.ts';
import type { Row } from './rows.ts';

/** Records in one transaction: large enough for speed, small enough that a cut-off import repeats little. */
const batchSize = 500;

/** Rejected lines that are listed; a file with more is wrong as a whole, and the list says so. */
const maxListed = 1000;

export interface BatchTarget {
  /** Where the import's position is kept; absent in a dry run, which writes nothing. */
  readonly progress?: { readonly imports: ImportTable; readonly kind: string; readonly sourceHash: string };
  /** Commits one batch and its position together. */
  transaction(work: () => void): void;
  /** Saves one record. @throws RangeError with the reason why the record is rejected. */
  save(record: Readonly<Record<string, unknown>>): SaveResult;
  readonly signal?: AbortSignal;
  /** Called after each batch with the number of records dealt with. */
  onProgress?(done: number): void;
}

/**
 * Writes rows in batches. After a crash or a cancellation, calling it with the same content goes on behind the last
 * committed batch; the summary counts the whole import.
 */
export async function importInBatches(rows: AsyncIterable<Row>, target: BatchTarget): Promise<ImportSummary> {
  const { progress } = target;
  const begun = progress?.imports.begin(progress.kind, progress.sourceHash);
  const tally = createTally(begun?.summary);
  let position = 0;
  let batch: Row[] = [];

  const commit = () => {
    if (batch.length === 0) return;
    target.signal?.throwIfAborted();
    const before = tally.summary();
    try {
      target.transaction(() => {
        for (const row of batch) saveRow(row, target, tally);
        if (begun !== undefined) progress?.imports.advance(begun.id, position, tally.summary());
      });
    } catch (error) {
      tally.reset(before);
      throw error;
    }
    batch = [];
    target.onProgress?.(position);
  };

  for await (const row of rows) {
    position += 1;
    if (position <= (begun?.position ?? 0)) continue;
    batch.push(row);
    if (batch.length >= batchSize) {
      commit();
      // Lets requests and Ctrl-C through between batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  commit();
  if (begun !== undefined) progress?.imports.finish(begun.id, tally.summary());
  return tally.summary();
}

function saveRow(row: Row, target: BatchTarget, tally: Tally): void {
  if ('problem' in row) {
    tally.reject(row.line, row.problem);
    return;
  }
  try {
    tally.count(target.save(row.record));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tally.reject(row.line, error.message);
  }
}

interface Tally {
  count(result: SaveResult): void;
  reject(line: number, why: string): void;
  reset(summary: ImportSummary): void;
  summary(): ImportSummary;
}

function createTally(start?: ImportSummary): Tally {
  let counts = {
    imported: start?.imported ?? 0,
    updated: start?.updated ?? 0,
    unchanged: start?.unchanged ?? 0,
  };
  let rejected = [...(start?.rejected ?? [])];
  return {
    count: (result) => {
      counts = { ...counts, [result]: counts[result] + 1 };
    },
    reject: (line, why) => {
      if (rejected.length < maxListed) rejected.push({ line, why });
      else if (rejected.length === maxListed) {
        rejected.push({
          line,
          why: `more than ${maxListed} lines are rejected; from here on they are not listed`,
        });
      }
    },
    reset: (summary) => {
      counts = { imported: summary.imported, updated: summary.updated, unchanged: summary.unchanged };
      rejected = [...summary.rejected];
    },
    summary: () => ({ ...counts, rejected: [...rejected] }),
  };
}
