import { extname } from 'node:path';
import { CommandError } from '../commands/context.ts';
import { BinaryFileError } from '../import/decode.ts';
import { inspectTextFile, readText } from '../import/inspect-file.ts';
import { readCsv } from '../import/read-csv.ts';
import { readJsonl } from '../import/read-jsonl.ts';
import type { Row } from '../import/rows.ts';

export interface Table {
  /** SHA-256 of the file, for the record of the run. */
  readonly hash: string;
  readonly rows: AsyncIterable<Row>;
}

/**
 * Opens a .csv, .tsv or .jsonl table.
 * @throws CommandError that names the file and the mend.
 */
export async function openTable(file: string, signal?: AbortSignal): Promise<Table> {
  const extension = extname(file).toLowerCase();
  if (!['.csv', '.tsv', '.jsonl', '.ndjson'].includes(extension)) {
    throw new CommandError(`${file}: the table must be a .csv, .tsv or .jsonl file; convert it first.`);
  }
  try {
    const { hash, encoding } = await inspectTextFile(file, signal);
    const text = readText(file, encoding, signal);
    return { hash, rows: ['.jsonl', '.ndjson'].includes(extension) ? readJsonl(text) : readCsv(text) };
  } catch (error) {
    if (error instanceof BinaryFileError)
      throw new CommandError(`${file}: ${error.message}`, undefined, { cause: error });
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new CommandError(`${file}: there is no such file; check the path.`);
    if (code === 'EACCES' || code === 'EISDIR')
      throw new CommandError(`${file}: it cannot be read as a file.`);
    throw error;
  }
}

/** The value of the first column whose name is one of `names`, in that order, case and separators aside; '' when none. */
export function columnValue(record: Readonly<Record<string, unknown>>, names: readonly string[]): string {
  for (const name of names) {
    const key = Object.keys(record).find((column) => plain(column) === name);
    const value = key === undefined ? undefined : record[key];
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number')
      return String(value).trim();
  }
  return '';
}

/** `Job_Title` and `job title` are one column. */
export function plain(column: string): string {
  return column
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
