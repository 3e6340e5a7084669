import { type CsvError, parse } from 'csv-parse/browser/esm/sync';
import { z } from 'zod';

export interface RejectedLine {
  /** 1 is the first line of the file. */
  readonly line: number;
  readonly why: string;
}

/** A file of past postings: one object a row, every value as text. */
export interface PostingTable {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly rejected: readonly RejectedLine[];
}

/** Reads CSV, or JSON lines where the name ends so. A bad line is reported and does not stop the others. */
export function readTable(text: string, fileName: string): PostingTable {
  return /\.(jsonl|ndjson)$/i.test(fileName) ? readJsonLines(text) : readCsv(text);
}

function readCsv(text: string): PostingTable {
  const rejected: RejectedLine[] = [];
  const onSkip = (error: CsvError | undefined) => {
    if (error) rejected.push({ line: Number(error.lines ?? 0), why: error.message });
    return undefined;
  };
  const records = parse(text, {
    bom: true,
    columns: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    delimiter: delimiterOf(text),
    on_skip: onSkip,
  });
  return tableOf(z.array(z.record(z.string(), z.string())).parse(records), rejected);
}

/** Spreadsheets of many countries write semicolons; the first line tells. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonLine = z.record(z.string(), z.unknown());

function readJsonLines(text: string): PostingTable {
  const rejected: RejectedLine[] = [];
  const rows = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [textValues(jsonLine.parse(JSON.parse(line)))];
      } catch (error) {
        rejected.push({
          line: index + 1,
          why: error instanceof SyntaxError ? error.message : 'Not an object.',
        });
        return [];
      }
    });
  return tableOf(rows, rejected);
}

/** Lists and objects inside a line have no place in a table and are left out. */
function textValues(values: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const parsed = scalar.safeParse(value);
    return parsed.success && parsed.data !== null ? [[name, String(parsed.data)]] : [];
  });
  return Object.fromEntries(texts);
}

function tableOf(rows: Record<string, string>[], rejected: RejectedLine[]): PostingTable {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { columns, rows, rejected };
}
