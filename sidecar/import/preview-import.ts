import {
  type ImportPreview,
  type ImportPreviewRequest,
  maxPreviewLength,
} from '../../shared/protocol/company-data.ts';
import { toCandidateRecord } from './candidate-record.ts';
import { candidateFields, chooseColumns, parseMapping } from './column-mapping.ts';
import { type OutcomeRow, outcomeFieldOf, readOutcomeRow } from './outcome-rows.ts';
import { readCsv } from './read-csv.ts';
import { readJsonl } from './read-jsonl.ts';
import type { Row } from './rows.ts';

/** Problems that are shown; a file with more is wrong as a whole. */
const maxProblems = 20;

type Columns = ImportPreview['columns'];
type Content = Readonly<Record<string, unknown>>;

/** How the records of one kind of file are read. */
interface Reading {
  readonly columns: Columns;
  readonly fields: readonly string[];
  /** What a record is. @throws RangeError with the reason why the record would be rejected */
  read(record: Content): string;
}

/**
 * What an import would make of the beginning of a table: which column fills which field, which are left out and why, and
 * which lines would be rejected. Writes nothing and quotes no value.
 * @throws MappingError when `map` names a column or a field that is not there
 */
export async function previewImport(request: ImportPreviewRequest): Promise<ImportPreview> {
  const rows = await readHead(request);
  const records = rows.filter((row) => 'record' in row);
  const headers = [...new Set(records.flatMap(({ record }) => Object.keys(record)))];
  const reading =
    request.kind === 'candidates' ? readingCandidates(headers, request.map) : readingOutcomes(headers);
  const problems: ImportPreview['problems'] = [];
  const contents = new Set<string>();
  for (const row of rows) {
    const why = 'problem' in row ? row.problem : tryReading(reading, row.record, contents);
    if (why !== undefined) problems.push({ line: row.line, why });
  }
  return {
    columns: reading.columns,
    fields: [...reading.fields],
    content: [...contents].join(', '),
    records: records.length,
    problems: problems.slice(0, maxProblems),
  };
}

/** The rows of the beginning of a file, without one that was cut off at its end. */
async function readHead({ head, format }: ImportPreviewRequest): Promise<Row[]> {
  async function* text() {
    yield head;
  }
  const rows: Row[] = [];
  for await (const row of format === 'csv' ? readCsv(text()) : readJsonl(text())) rows.push(row);
  rows.sort((a, b) => a.line - b.line);
  const isCutOff = head.length >= maxPreviewLength;
  return isCutOff ? rows.slice(0, -1) : rows;
}

function tryReading(reading: Reading, record: Content, contents: Set<string>): string | undefined {
  try {
    contents.add(reading.read(record));
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function readingCandidates(headers: readonly string[], map: readonly string[]): Reading {
  const { columns, attributes, names } = chooseColumns(headers, parseMapping(map));
  const fieldOf = (column: string) => candidateFields.find((field) => columns[field]?.includes(column));
  const whyLeftOut = (column: string) => {
    if (names.includes(column)) return 'A name: taken out of the text, and kept nowhere.';
    if (attributes.includes(column)) return 'A self-report: these come in a file of their own, as outcomes.';
    return 'Not recognised; choose its field if it is needed.';
  };
  return {
    columns: headers.map((column) => {
      const field = fieldOf(column) ?? null;
      return { column, field, why: field === null ? whyLeftOut(column) : null };
    }),
    fields: candidateFields,
    read: (record) => {
      toCandidateRecord(record, columns);
      return 'candidates';
    },
  };
}

const outcomeContents: Readonly<Record<OutcomeRow['kind'], string>> = {
  posting: 'postings',
  outcome: 'steps of people',
  'self-report': 'self-reports',
  withdrawal: 'withdrawals',
  total: 'monthly totals',
};

function readingOutcomes(headers: readonly string[]): Reading {
  return {
    columns: headers.map((column) => {
      const field = outcomeFieldOf(column) ?? null;
      return { column, field, why: field === null ? 'Not used.' : null };
    }),
    fields: [],
    read: (record) => outcomeContents[readOutcomeRow(record).kind],
  };
}
