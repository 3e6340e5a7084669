import type { Row } from './rows.ts';

/** Longest line that is read, in UTF-16 code units; a file without line ends would otherwise fill the memory. */
const maxLineLength = 8 * 1024 * 1024;

/** The objects of a JSON Lines text; a line that is none becomes a problem and the rest goes on. */
export async function* readJsonl(text: AsyncIterable<string>): AsyncGenerator<Row> {
  for await (const { line, content } of readLines(text)) {
    if (content.trim() === '') continue;
    yield content.length > maxLineLength
      ? {
          line,
          problem: 'the line is longer than 8 million characters; is this JSON Lines, one object a line?',
        }
      : parseLine(line, content);
  }
}

function parseLine(line: number, content: string): Row {
  try {
    const record: unknown = JSON.parse(content);
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      return { line, record: record as Record<string, unknown> };
    }
    return { line, problem: 'the line is JSON but not an object; write one {…} a line' };
  } catch {
    return { line, problem: 'the line is not valid JSON' };
  }
}

/** Lines of a text that comes in pieces; of an overlong one only the beginning is kept. */
export async function* readLines(
  text: AsyncIterable<string>,
): AsyncGenerator<{ line: number; content: string }> {
  let line = 1;
  let rest = '';
  for await (const piece of text) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const content of lines) {
      yield { line, content: content.replace(/\r$/, '') };
      line += 1;
    }
    if (rest.length > maxLineLength) rest = rest.slice(0, maxLineLength + 1);
  }
  if (rest !== '') yield { line, content: rest };
}
