import { isUtf8 } from 'node:buffer';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** A file that holds no text. The message says what it looks like. */
export class BinaryFileError extends Error {
  override readonly name = 'BinaryFileError';
}

/** First bytes of files that people mistake for text, by https://en.wikipedia.org/wiki/List_of_file_signatures. */
const signatures: readonly [bytes: string, what: string][] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive or an Office document'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['\x1f\x8b', 'a gzip archive'],
  ['GGUF', 'a language model'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];

/**
 * Recognises the encoding by byte order mark, by the zero bytes of UTF-16, by validity as UTF-8, else Windows-1252
 * (the superset of Latin-1 that the WHATWG encoding standard reads for it).
 * @param bytes the whole file, or its beginning with `complete` false.
 * @throws BinaryFileError when the bytes are no text.
 */
export function detectEncoding(bytes: Uint8Array, complete = true): Encoding {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const latin1 = head.toString('latin1');
  const signature = signatures.find(([start]) => latin1.startsWith(start));
  if (signature !== undefined) throw new BinaryFileError(`this is ${signature[1]}, not text`);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(head);
  if (zeros.odd > head.length / 4 && zeros.even === 0) return 'utf-16le';
  if (zeros.even > head.length / 4 && zeros.odd === 0) return 'utf-16be';
  if (zeros.even + zeros.odd > 0) throw new BinaryFileError('this is a binary file, not text');
  if (isUtf8(complete ? bytes : withoutCutCharacter(bytes))) return 'utf-8';
  return 'windows-1252';
}

/** Text of a file in any of the known encodings, without its byte order mark. @throws BinaryFileError */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(detectEncoding(bytes)).decode(bytes);
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}

/** A chunk may end inside a character: up to three bytes at its end do not count against UTF-8. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}
