import { maxPostingBytes } from '../../../shared/protocol/posting.ts';
import { texts } from '../../texts.ts';
import { cleanHtml, textToHtml } from './clean-html.ts';

/** A file that cannot be read as a posting; the text in the box stays as it is. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly mend: string;
  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

/** Word files carry pictures: their bytes say little about their text. */
const maxDocxBytes = 20 * maxPostingBytes;

/** File name endings that can be opened. */
export const readableFiles = '.docx,.html,.htm,.txt,.md';

/**
 * Reads a .docx, .html, .txt or .md file as clean HTML, in the page. The reader of Word files is loaded when first needed.
 * @throws FileError when the file is of another kind, too large or damaged.
 */
export async function readFileAsHtml(file: File): Promise<string> {
  const t = texts.paste;
  const ending = file.name.slice(file.name.lastIndexOf('.')).toLowerCase();
  const isDocx = ending === '.docx';
  if (!readableFiles.split(',').includes(ending)) throw new FileError(t.badFile(file.name), t.badFileMend);
  if (file.size > (isDocx ? maxDocxBytes : maxPostingBytes)) {
    throw new FileError(t.tooLarge(file.name), t.tooLargeMend);
  }
  try {
    if (isDocx) return cleanHtml(await docxToHtml(file));
    const text = await decodeText(file);
    return ending.startsWith('.htm') ? cleanHtml(text) : textToHtml(text);
  } catch (cause) {
    throw new FileError(t.badFile(file.name), t.badFileMend, { cause });
  }
}

async function docxToHtml(file: File): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml({ arrayBuffer: await file.arrayBuffer() });
  return value;
}

/**
 * Text of a file: UTF-8 and UTF-16 by their byte order marks; what is not valid UTF-8 was most likely written on Windows.
 * @throws TypeError when the file holds binary data.
 */
export async function decodeText(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (bytes.includes(0)) throw new TypeError('The file holds binary data.');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
