import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { maxPostingBytes } from '../../shared/protocol/posting.ts';
import { BinaryFileError, decodeText } from '../import/decode.ts';
import { readJsonl } from '../import/read-jsonl.ts';
import { CommandError, exitCodes } from './context.ts';
import { htmlToText } from './html-to-text.ts';

/** A posting read from a file or the standard input. */
export interface ReadPosting {
  /** The `id` of a JSON line, else where it stands: `file` or `file:line`. */
  readonly id: string;
  readonly text: string;
  /** The other fields of a JSON line, which pass through to the output. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface PostingInput {
  readonly stdin: NodeJS.ReadableStream;
  /** Told about each place that holds no posting; the others are still read. */
  onProblem(message: string): void;
}

const standardInput = '-';
const documentExtensions = new Set(['', '.txt', '.md', '.markdown', '.html', '.htm', '.jsonl', '.ndjson']);

/**
 * Reads postings from .txt, .md, .html and .jsonl files; `-` or no file is the standard input, whose form is recognised
 * by its first line. Text may be UTF-8, UTF-16 or Latin-1. An empty, overlong or unreadable posting is a problem that
 * names the place and the mend.
 */
export async function* readPostings(
  files: readonly string[],
  input: PostingInput,
): AsyncGenerator<ReadPosting> {
  for (const file of files.length === 0 ? [standardInput] : files) {
    const content = await readContent(file, input);
    if (content === undefined) continue;
    for await (const posting of postingsOf(file, content, input)) {
      const problem = problemOf(posting.text);
      if (problem === undefined) yield posting;
      else input.onProblem(`${posting.id}: ${problem}`);
    }
  }
}

/** Collects problems and ends the command with code 2 once everything that could be done was done. */
export function createProblemList(stderr: NodeJS.WritableStream) {
  let count = 0;
  return {
    add(message: string) {
      count += 1;
      stderr.write(`${message}\n`);
    },
    /** @throws CommandError when there was a problem. */
    settle() {
      if (count > 0) {
        throw new CommandError(`${count} of the inputs could not be used; see above.`, exitCodes.usage);
      }
    },
  };
}

async function readContent(file: string, input: PostingInput): Promise<string | undefined> {
  if (!documentExtensions.has(extname(file).toLowerCase()) && file !== standardInput) {
    input.onProblem(`${file}: postings are read from .txt, .md, .html and .jsonl files; convert it first.`);
    return undefined;
  }
  try {
    return decodeText(file === standardInput ? await readAll(input.stdin) : await readFile(file));
  } catch (error) {
    input.onProblem(`${file}: ${readableReason(error)}`);
    return undefined;
  }
}

function readableReason(error: unknown): string {
  if (error instanceof BinaryFileError) return `${error.message}; save the posting as .txt or .html.`;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file; check the path.';
  if (code === 'EACCES') return 'your user may not read this file.';
  if (code === 'EISDIR') return 'this is a folder; name the files in it.';
  throw error;
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

async function* postingsOf(file: string, content: string, input: PostingInput): AsyncGenerator<ReadPosting> {
  const extension = extname(file).toLowerCase();
  if (
    extension === '.jsonl' ||
    extension === '.ndjson' ||
    (file === standardInput && looksLikeJsonl(content))
  ) {
    yield* jsonPostings(file, content, input);
    return;
  }
  const isHtml =
    ['.html', '.htm'].includes(extension) ||
    (file === standardInput && /^\s*<(!doctype|html)\b/i.test(content));
  yield { id: file, text: isHtml ? htmlToText(content) : content, rest: {} };
}

async function* jsonPostings(
  file: string,
  content: string,
  input: PostingInput,
): AsyncGenerator<ReadPosting> {
  async function* whole() {
    yield content;
  }
  for await (const row of readJsonl(whole())) {
    const place = `${file}:${row.line}`;
    if ('problem' in row) {
      input.onProblem(`${place}: ${row.problem}.`);
      continue;
    }
    const { id, text, ...rest } = row.record;
    if (typeof text !== 'string') {
      input.onProblem(`${place}: there is no "text"; give each line the posting as "text".`);
      continue;
    }
    yield { id: typeof id === 'string' || typeof id === 'number' ? String(id) : place, text, rest };
  }
}

function looksLikeJsonl(content: string): boolean {
  const first = content.trimStart().split('\n', 1)[0] ?? '';
  return first.startsWith('{') && first.includes('"text"');
}

function problemOf(text: string): string | undefined {
  if (text.trim() === '') return 'the posting is empty; write its text first.';
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxPostingBytes) return undefined;
  const megabytes = (bytes / maxPostingBytes).toFixed(1);
  return `the posting has ${megabytes} MB, the limit is 1 MB; is this several postings in one? Put them in a .jsonl.`;
}
