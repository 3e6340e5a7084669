import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { sha256 } from './candidate-record.ts';
import { BinaryFileError, decodeText } from './decode.ts';
import { createDocumentReader, DocumentError } from './document-reader.ts';
import type { Row } from './rows.ts';

/** Larger resumes are scans or something else; the limit also bounds what a hostile file can make us do. */
const maxResumeBytes = 20 * 1024 * 1024;

/**
 * The id of a person known by a file. A hash, because file names often are the person's name, and ids stand beside
 * scores. `erase` and `export` take the file name and come to the same id.
 */
export function resumeId(file: string): string {
  return `resume-${sha256(basename(file)).slice(0, 16)}`;
}

/** The text of each resume file, in order; `line` is the file's number in the list, from 1. */
export async function* readResumes(files: readonly string[], signal?: AbortSignal): AsyncGenerator<Row> {
  const documents = createDocumentReader();
  try {
    for (const [index, file] of files.entries()) {
      signal?.throwIfAborted();
      const line = index + 1;
      try {
        yield {
          line,
          record: { externalId: resumeId(file), text: await readResume(file, documents, signal) },
        };
      } catch (error) {
        if (signal?.aborted) throw error;
        // Without the file's name, which often is the person's: the import log keeps this sentence.
        yield { line, problem: readableProblem(error) };
      }
    }
  } finally {
    await documents.close();
  }
}

async function readResume(
  file: string,
  documents: ReturnType<typeof createDocumentReader>,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { size } = await stat(file);
  if (size > maxResumeBytes) throw new DocumentError('the file is larger than 20 MB');
  const bytes = await readFile(file, { signal });
  const text =
    extname(file).toLowerCase() === '.txt'
      ? decodeText(bytes)
      : await documents.read(bytes, extname(file), signal);
  if (text.trim() === '') {
    throw new DocumentError('there is no text inside; it may be a scan, which needs text recognition first');
  }
  return text;
}

function readableProblem(error: unknown): string {
  if (error instanceof DocumentError || error instanceof BinaryFileError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'the file does not exist';
  if (code === 'EACCES') return 'your user may not read the file';
  if (code === 'EISDIR') return 'this is a folder';
  return 'the file cannot be read';
}
