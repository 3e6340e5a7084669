import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import type { Row } from './rows.ts';

/** Longest record that is read: an unclosed quote would otherwise take the rest of the file as one field. */
const maxRecordLength = 4 * 1024 * 1024;

const parsedSchema = z.object({ info: z.object({ lines: z.number() }), record: z.array(z.string()) });

/**
 * The records of a delimited text with a header line. Comma, semicolon and tab are recognised from that line.
 * A record with a wrong number of columns becomes a problem and the rest goes on.
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const skipped: Row[] = [];
  const { head, all } = await peek(text);
  const parser = parse({
    delimiter: guessDelimiter(head),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maxRecordLength,
    on_skip: (error) => {
      skipped.push({ line: Number(error?.lines ?? 1), problem: readableProblem(error?.code) });
      return undefined;
    },
  });
  const records = Readable.from(all)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let header: string[] | undefined;
  for await (const parsed of records) {
    yield* skipped.splice(0);
    const { info, record } = parsedSchema.parse(parsed);
    // The parser names the line a record ends on; quoted fields may hold line ends.
    const line = info.lines - (record.join('').split('\n').length - 1);
    if (header === undefined) header = record.map((name) => name.trim());
    else yield toRow(header, record, line);
  }
  yield* skipped;
}

function toRow(header: readonly string[], record: readonly string[], line: number): Row {
  if (record.length !== header.length) {
    return { line, problem: `the record has ${record.length} columns, the header has ${header.length}` };
  }
  return { line, record: Object.fromEntries(header.map((name, index) => [name, record[index] ?? ''])) };
}

function readableProblem(code: string | undefined): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'a quote is opened here or above and never closed; what follows it was not read';
  if (code === 'CSV_MAX_RECORD_SIZE')
    return 'the record is longer than 4 million characters: a quote may be left open; what follows it was not read';
  return 'the record cannot be read as delimited text';
}

/** The delimiter that the header line holds most often outside quotes. */
export function guessDelimiter(text: string): string {
  const header = (text.split('\n', 1)[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, n: header.split(mark).length - 1 }));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).mark;
}

async function peek(text: AsyncIterable<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? '' : first.value;
  async function* all() {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head, all: all() };
}
