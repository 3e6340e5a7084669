import type { AttributeCodes } from '../../shared/fairness/attribute-codes.ts';
import { notAssessed } from '../../shared/fairness/attribute-codes.ts';
import type { SelectionColumns } from '../../shared/fairness/selection-audit.ts';
import { declinedAnswers, unknownAnswers } from '../import/answers.ts';
import { BinaryFileError } from '../import/decode.ts';
import { inspectTextFile, readText } from '../import/inspect-file.ts';
import { readCsv } from '../import/read-csv.ts';
import { CommandError } from './context.ts';

/** Which columns of the table mean what. */
export interface SelectionColumnNames {
  readonly selected: string;
  readonly attributes: readonly string[];
  readonly stratify?: string;
  readonly score?: string;
  /** Place in a list, 1 = best. */
  readonly rank?: string;
  /** Worth of a person, from a source other than the score. */
  readonly relevance?: string;
  readonly person?: string;
}

const numberColumns = ['score', 'rank', 'relevance'] as const;
type NumberColumn = (typeof numberColumns)[number];

export interface SelectionFile {
  readonly columns: SelectionColumns;
  /** Columns of numbers that were asked for; NaN where a value is missing. */
  readonly numbers: Readonly<Partial<Record<NumberColumn, Float64Array>>>;
  readonly rows: number;
  /** Lines that are no record of the table; they are not counted. */
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
}

const yes = new Set(['1', 'yes', 'y', 'true', 't', 'selected', 'hired', 'x']);
const no = new Set(['0', 'no', 'n', 'false', 'f', 'not selected', 'rejected']);
const missing = new Set(['', 'na', 'n/a', 'null', 'none', 'missing']);
const unknown = new Set([...missing, ...unknownAnswers, ...declinedAnswers]);

/**
 * Reads a selection table, one row a person or application, streaming. Groups and strata come out in alphabetical
 * order, so that the order of rows changes nothing.
 * @throws CommandError (exit code 2) naming the file, the line or column, what would be good, and the mend.
 */
export async function readSelectionFile(
  path: string,
  names: SelectionColumnNames,
  signal?: AbortSignal,
): Promise<SelectionFile> {
  const selected: number[] = [];
  const attributes = names.attributes.map(() => createColumn());
  const strata = createColumn();
  const persons = createColumn();
  const numbers = numberColumns.flatMap((kind) => {
    const name = names[kind];
    return name === undefined ? [] : [{ kind, name, values: [] as number[] }];
  });
  const rejected: { line: number; why: string }[] = [];
  const wanted = [
    names.selected,
    ...names.attributes,
    names.stratify,
    ...numbers.map(({ name }) => name),
    names.person,
  ].filter((name) => name !== undefined);
  let checked = false;
  try {
    const { encoding } = await inspectTextFile(path, signal);
    for await (const row of readCsv(readText(path, encoding, signal))) {
      if ('problem' in row) {
        rejected.push({ line: row.line, why: row.problem });
        continue;
      }
      const { record, line } = row;
      if (!checked) {
        requireColumns(path, wanted, Object.keys(record));
        checked = true;
      }
      const value = (name: string) => String(record[name] ?? '').trim();
      selected.push(readOutcome(path, line, names.selected, value(names.selected)));
      names.attributes.forEach((name, i) => {
        const group = value(name);
        attributes[i]?.add(unknown.has(group.toLowerCase()) ? undefined : group);
      });
      if (names.stratify !== undefined) strata.add(value(names.stratify) || undefined);
      if (names.person !== undefined) persons.add(value(names.person) || undefined);
      for (const { name, values } of numbers) values.push(readNumber(path, line, name, value(name)));
    }
  } catch (error) {
    throw explain(path, error);
  }
  if (selected.length === 0) {
    const first = rejected[0];
    const seen = first === undefined ? '' : ` (line ${first.line}: ${first.why})`;
    throw new CommandError(
      `${path}: the table has no rows${seen}. It needs a header line and one line a person, such as "sex,hired".`,
    );
  }
  return {
    columns: {
      selected: Uint8Array.from(selected),
      attributes: names.attributes.map((name, i) => toAttribute(name, attributes[i] ?? createColumn())),
      ...(names.stratify === undefined ? {} : { strata: toStrata(names.stratify, strata) }),
      ...(names.person === undefined ? {} : { persons: toPersons(persons) }),
    },
    numbers: Object.fromEntries(numbers.map(({ kind, values }) => [kind, Float64Array.from(values)])),
    rows: selected.length,
    rejected,
  };
}

interface Column {
  add(value: string | undefined): void;
  readonly codes: number[];
  readonly values: Map<string, number>;
}

function createColumn(): Column {
  const values = new Map<string, number>();
  const codes: number[] = [];
  return {
    codes,
    values,
    add(value) {
      if (value === undefined) {
        codes.push(-1);
        return;
      }
      const code = values.get(value) ?? values.size;
      values.set(value, code);
      codes.push(code);
    },
  };
}

/** Values in alphabetical order and the codes that point into them. */
function sorted({ values, codes }: Column): { values: string[]; codes: Int32Array } {
  const order = [...values.keys()].sort();
  const rank = new Map(order.map((value, i) => [values.get(value), i]));
  return { values: order, codes: Int32Array.from(codes, (code) => rank.get(code) ?? -1) };
}

function toAttribute(name: string, column: Column): AttributeCodes {
  const { values, codes } = sorted(column);
  return { name, groups: values, codes };
}

function toStrata(name: string, column: Column) {
  return { name, ...sorted(column) };
}

/** A row without a person counts as a person of its own. */
function toPersons({ values, codes }: Column) {
  let next = values.size;
  const own = Int32Array.from(codes, (code) => {
    if (code >= 0) return code;
    next += 1;
    return next - 1;
  });
  return { codes: own, count: next };
}

function requireColumns(path: string, wanted: readonly string[], header: readonly string[]): void {
  const absent = wanted.filter((name) => !header.includes(name));
  if (absent.length === 0) return;
  const names = absent.map((name) => `"${name}"`).join(', ');
  const good = header.map((name) => `"${name}"`).join(', ');
  throw new CommandError(
    `${path}, line 1: no column ${names}. The columns are ${good}. Give one of these, spelled the same way.`,
  );
}

function readOutcome(path: string, line: number, column: string, value: string): number {
  const lower = value.toLowerCase();
  if (yes.has(lower)) return 1;
  if (no.has(lower)) return 0;
  if (missing.has(lower)) return notAssessed;
  throw new CommandError(
    `${path}, line ${line}: "${value}" in column "${column}" does not say whether the person was selected. ` +
      'Use 1/0, yes/no or true/false; leave it empty where it is not known.',
  );
}

function readNumber(path: string, line: number, column: string, value: string): number {
  if (missing.has(value.toLowerCase())) return Number.NaN;
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new CommandError(
    `${path}, line ${line}: "${value}" in column "${column}" is not a number. ` +
      'Write numbers as 12 or 12.5, with a point; leave it empty where there is none.',
  );
}

function explain(path: string, error: unknown): unknown {
  if (error instanceof BinaryFileError) {
    return new CommandError(
      `${path}: ${error.message}. Save the table as CSV (in Excel: Save As, "CSV UTF-8") and give that file.`,
    );
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT')
      return new CommandError(`${path}: there is no such file. Check the name and the folder.`);
    if (error.code === 'EISDIR')
      return new CommandError(`${path}: this is a folder. Give the CSV file in it.`);
    if (error.code === 'EACCES')
      return new CommandError(`${path}: the file may not be read. Check its permissions.`);
  }
  return error;
}
