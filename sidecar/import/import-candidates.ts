import { extname } from 'node:path';
import type { CandidateRecord } from '../../shared/protocol/candidate.ts';
import type { ImportSummary } from '../../shared/protocol/sidecar.ts';
import type { SaveResult, StoredCandidate } from '../storage/candidates.ts';
import type { Store } from '../storage/store.ts';
import { importInBatches } from './batches.ts';
import { sha256, toCandidateRecord } from './candidate-record.ts';
import { type ColumnMapping, chooseColumns, type GuessedMapping, guessMapping } from './column-mapping.ts';
import { inspectTextFile, readText } from './inspect-file.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import { readResumes } from './read-resumes.ts';
import type { Row } from './rows.ts';

/** The only way from a raw record to what is kept. */
export interface CandidateReader {
  /** Changes when the same record would be read differently, so that a new import reads it again. */
  readonly version: string;
  /** Takes out of a text what must not rank; `names` are those that the source gives of the person. */
  redact(text: string, names?: readonly string[]): string;
  /**
   * Takes names, pronouns, contact data and birth dates out and reads the qualification of what is left.
   * @param names the person's names as the source gives them; they are taken out and kept nowhere.
   */
  read(record: CandidateRecord, names: readonly string[]): StoredCandidate;
}

export interface ImportDependencies {
  readonly store: Store;
  readonly reader: CandidateReader;
}

export interface ImportOptions {
  /** Columns by field, over what is guessed from the headers. */
  readonly map?: ColumnMapping;
  /** Counts what would happen and writes nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  onProgress?(done: number): void;
  /** Told once a file about columns that were left out, with the reason. */
  onNote?(note: string): void;
}

/** File name extensions by what is inside. `.txt` is one resume a file. */
export const tableExtensions = ['.csv', '.tsv', '.jsonl', '.ndjson'] as const;
export const resumeExtensions = ['.pdf', '.docx', '.txt'] as const;

/**
 * Imports one table of candidates (.csv, .tsv or .jsonl), idempotent by external id, in transactions of 500 records.
 * @throws BinaryFileError when the file is no text, StorageError when it cannot be written.
 */
export async function importCandidateTable(
  file: string,
  options: ImportOptions,
  dependencies: ImportDependencies,
): Promise<ImportSummary> {
  const content = await inspectTextFile(file, options.signal);
  const text = readText(file, content.encoding, options.signal);
  const rows = ['.jsonl', '.ndjson'].includes(extname(file).toLowerCase()) ? readJsonl(text) : readCsv(text);
  return importRows(rows, content.hash, options, dependencies);
}

/**
 * Imports resumes (.pdf, .docx, .txt), one person a file. A file that cannot be read is rejected under its number in
 * `files`, and the rest goes on.
 */
export function importResumes(
  files: readonly string[],
  options: ImportOptions,
  dependencies: ImportDependencies,
): Promise<ImportSummary> {
  const mapping = { externalId: ['externalId'], text: ['text'] };
  const sourceHash = sha256(files.join('\n'));
  return importRows(
    readResumes(files, options.signal),
    sourceHash,
    { ...options, map: mapping },
    dependencies,
  );
}

function importRows(
  rows: AsyncIterable<Row>,
  sourceHash: string,
  options: ImportOptions,
  { store, reader }: ImportDependencies,
): Promise<ImportSummary> {
  const mappingOf = createMappingReader(options);
  const save = (row: Readonly<Record<string, unknown>>): SaveResult => {
    const { columns, names } = mappingOf(Object.keys(row));
    const record = toCandidateRecord(row, columns);
    const hash = sha256(`${reader.version}\n${JSON.stringify(record)}`);
    const known = store.candidates.sourceHash(record.externalId);
    if (known === hash) return 'unchanged';
    if (options.dryRun) return known === undefined ? 'imported' : 'updated';
    return store.candidates.save(reader.read(record, namesIn(row, names)), hash);
  };
  return importInBatches(rows, {
    ...(options.dryRun ? {} : { progress: { imports: store.imports, kind: 'candidates', sourceHash } }),
    transaction: (work) => (options.dryRun ? work() : store.transaction(work)),
    save,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
}

/** Lines of a JSON Lines file may differ in their keys, so the mapping is found once for each set of keys. */
function createMappingReader(options: ImportOptions): (headers: readonly string[]) => GuessedMapping {
  const settled = new Map<string, GuessedMapping>();
  return (headers) => {
    const key = headers.join('\n');
    const known = settled.get(key);
    if (known !== undefined) return known;
    const mapping = settleMapping(headers, options, settled.size === 0);
    settled.set(key, mapping);
    return mapping;
  };
}

function settleMapping(headers: readonly string[], options: ImportOptions, first: boolean): GuessedMapping {
  // Later lines may lack a column that the first one has.
  if (!first) {
    const guessed = guessMapping(headers);
    return { ...guessed, columns: { ...guessed.columns, ...options.map } };
  }
  const chosen = chooseColumns(headers, options.map);
  if (chosen.attributes.length > 0) {
    options.onNote?.(
      `Not imported: ${chosen.attributes.join(', ')}. Self-reports come in a file of their own (import outcomes).`,
    );
  }
  return chosen;
}

function namesIn(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string[] {
  return columns.flatMap((column) => {
    const name = row[column];
    return typeof name === 'string' && name.trim() !== '' ? [name] : [];
  });
}
