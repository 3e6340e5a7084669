import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { detectEncoding, type Encoding } from './decode.ts';

export interface FileContent {
  /** SHA-256 of the bytes: the identity by which an interrupted import is found again. */
  readonly hash: string;
  readonly bytes: number;
  readonly encoding: Encoding;
}

/**
 * Reads a text file once, without holding it, for its hash, its size and its encoding.
 * @throws BinaryFileError when it is no text; the file-system error when it cannot be read.
 */
export async function inspectTextFile(path: string, signal?: AbortSignal): Promise<FileContent> {
  const hash = createHash('sha256');
  const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'utf-8';
  let bytes = 0;
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 })) {
    if (bytes === 0) encoding = detectEncoding(chunk, false);
    // A Latin-1 letter may first stand megabytes into a file that began as plain ASCII.
    if (encoding === 'utf-8' && !decodes(strictUtf8, chunk)) encoding = 'windows-1252';
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { hash: hash.digest('hex'), bytes, encoding };
}

function decodes(decoder: TextDecoder, chunk: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file, piece by piece, without its byte order mark. */
export async function* readText(
  path: string,
  encoding: Encoding,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 18 })) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
