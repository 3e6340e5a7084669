import type { AttributeColumn } from '../../training/recommender.ts';
import { CommandError } from '../commands/context.ts';
import { createCandidateReader } from '../import/candidate-reader.ts';
import { toCandidateRecord } from '../import/candidate-record.ts';
import { guessMapping } from '../import/column-mapping.ts';
import type { RankedCandidate } from '../recommender/candidate.ts';
import { openTable, plain } from './read-table.ts';

export interface ReadCandidates {
  /** What ranks: text and columns, redacted. No attribute is in it. */
  readonly candidates: readonly RankedCandidate[];
  /** What only measures, aligned with the candidates. */
  readonly attributes: readonly AttributeColumn[];
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
  readonly hash: string;
}

const notKnown = new Set(['', 'unknown', 'na', 'n/a', 'null', 'none', 'not stated', 'missing']);
const notSaid = new Set([
  'declined',
  'decline to answer',
  'decline to state',
  'prefer not to say',
  'prefer not to answer',
  'undisclosed',
  'not disclosed',
]);

/**
 * Reads candidates with attribute columns from one table. The columns part at once: the text goes to the ranking, the
 * attributes to the measuring.
 * @param names attribute columns; the known ones of the file when empty
 * @throws CommandError when the file holds no candidate or lacks a column
 */
export async function readCandidates(
  file: string,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<ReadCandidates> {
  const { hash, rows } = await openTable(file, signal);
  const reader = createCandidateReader();
  const candidates: RankedCandidate[] = [];
  const values: string[][] = [];
  const rejected: { line: number; why: string }[] = [];
  let columns: readonly string[] | undefined;
  for await (const row of rows) {
    if ('problem' in row) {
      rejected.push({ line: row.line, why: row.problem });
      continue;
    }
    const headers = Object.keys(row.record);
    columns ??= attributeColumns(file, headers, names);
    const own = columns.map((column) => text(row.record[column]));
    const attributes = new Set(columns);
    const mapping = guessMapping(headers.filter((header) => !attributes.has(header))).columns;
    try {
      const { externalId, ...record } = toCandidateRecord(row.record, mapping);
      candidates.push({ ...record, id: externalId, text: reader.redact(record.text) });
      values.push(own);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      rejected.push({ line: row.line, why: error.message });
    }
  }
  if (candidates.length === 0) {
    const why = rejected[0] ? ` Line ${rejected[0].line}: ${rejected[0].why}.` : '';
    throw new CommandError(`${file}: there is no candidate in it.${why}`);
  }
  const attributes = (columns ?? []).map((name, i) =>
    encode(
      name,
      values.map((own) => own[i] ?? ''),
    ),
  );
  return { candidates, attributes, rejected, hash };
}

function attributeColumns(file: string, headers: readonly string[], names: readonly string[]): string[] {
  if (names.length === 0) {
    const found = guessMapping(headers).attributes;
    if (found.length > 0) return [...found];
    throw new CommandError(
      `${file}: no attribute column was recognised among ${headers.join(', ')}; name one with --attribute COLUMN.`,
    );
  }
  return names.map((name) => {
    const column = headers.find((header) => plain(header) === plain(name));
    if (column !== undefined) return column;
    throw new CommandError(`${file}: there is no column "${name}"; it has ${headers.join(', ')}.`);
  });
}

/** Groups in alphabetical order, so that the order of rows changes nothing; -1 is unknown, -2 declined. */
export function encode(name: string, values: readonly string[]): AttributeColumn {
  const known = values.map((value) => value.toLowerCase());
  const groups = [...new Set(known.filter((value) => !notKnown.has(value) && !notSaid.has(value)))].sort();
  const codeOf = new Map(groups.map((group, code) => [group, code]));
  return {
    name,
    groups,
    codes: Int16Array.from(known, (value) => codeOf.get(value) ?? (notSaid.has(value) ? -2 : -1)),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
