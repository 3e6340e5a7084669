import type { Edit } from '../protocol/edit.ts';
import { isFunctionWord } from './function-word.ts';

interface Range {
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

const adjective =
  /(?:ic|ive|ed|ful|al|ous|[ai]ble|ing|ent|ant|y|ish|less|ern|kind|calm|bright|smart|strong|warm|keen)$/i;
const endsPhrase = /^\s*(?:[.,;:!?)\n]|$)/u;

const firstWord = (text: string) => /^[\p{L}\d][\p{L}\d'’-]*/u.exec(text.trimStart())?.[0];

/** What stands alone on its line, bullet included: the line goes. */
function wholeLine(text: string, start: number, end: number): Range | undefined {
  const lineStart = text.slice(0, start).lastIndexOf('\n') + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline;
  const around = text.slice(lineStart, start) + text.slice(end, lineEnd);
  if (!/^[\s\-*•·–.!;,]*$/u.test(around)) return undefined;
  if (newline !== -1) return { start: lineStart, end: lineEnd + 1, after: '' };
  return { start: Math.max(0, lineStart - 1), end: lineEnd, after: '' };
}

/** Whole sentences go with the blank that follows, or with the one before at the end of a line. */
function wholeSentence(text: string, start: number, end: number): Range | undefined {
  if (!/(?:^|\n|[.!?]["”)]?[^\S\n]+)$/u.test(text.slice(0, start))) return undefined;
  const closing = /^[.!?]*/.exec(text.slice(end))?.[0] ?? '';
  if (closing === '' && !/[.!?]$/.test(text.slice(start, end))) return undefined;
  const stop = end + closing.length;
  const blank = /^[^\S\n]*/.exec(text.slice(stop))?.[0].length ?? 0;
  if (!/^[^\S\n]*(?:\n|$)/.test(text.slice(stop))) return { start, end: stop + blank, after: '' };
  const blankBefore = /[^\S\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - blankBefore, end: stop + blank, after: '' };
}

/** `young, energetic team`, `young and motivated`: the first of equals goes with what joins it to the next. */
function firstOfEquals(text: string, start: number, end: number): Range | undefined {
  const joint = /^(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)/u.exec(text.slice(end))?.[0];
  const next = joint && firstWord(text.slice(end + joint.length));
  if (!joint || !next || isFunctionWord(next) || /(?:,|\band|\bor)\s+$/u.test(text.slice(0, start)))
    return undefined;
  return { start, end: end + joint.length, after: '' };
}

/** `calm, keen, and young.`: the last of equals goes, and the one before it becomes the last. */
function lastOfEquals(text: string, start: number, end: number): Range | undefined {
  const before = text.slice(0, start);
  if (!endsPhrase.test(text.slice(end))) return undefined;
  const series = /,\s+([\p{L}\d'’-]+),?\s+(and|or)\s+$/u.exec(before);
  if (series) return { start: series.index, end, after: ` ${series[2]} ${series[1]}` };
  const joint = /(?:,|\s+and|\s+or)\s+$/u.exec(before);
  return joint ? { start: joint.index, end, after: '' } : undefined;
}

/** An attribute before its noun: `a young team`, `energetic, young team`. */
function attribute(text: string, start: number, end: number): Range | undefined {
  const blank = /^[^\S\n]+/.exec(text.slice(end))?.[0];
  const noun = blank && firstWord(text.slice(end + blank.length));
  if (!blank || !noun || isFunctionWord(noun)) return undefined;
  const before = text.slice(0, start);
  if (/\b(?:and|or|very|too|so|not|more|most|is|be|are|am|than)\s+$/i.test(before)) return undefined;
  const listed = /([\p{L}'’-]+),\s+$/u.exec(before);
  if (!listed) return { start, end: end + blank.length, after: '' };
  // `Additionally, young staff` lists nothing.
  const opens = /^\p{Lu}.*ly$/u.test(listed[1] ?? '');
  return adjective.test(listed[1] ?? '') && !opens
    ? { start: before.lastIndexOf(','), end, after: '' }
    : undefined;
}

/**
 * Deletes `text.slice(start, end)` with the blanks and punctuation that would be left over, so that the sentence stays
 * grammatical; `undefined` where nothing tells that it would (`You are young.`). The result may be wider than the span.
 */
export function deleteSpan(text: string, start: number, end: number, ruleId?: string): Edit | undefined {
  for (const rule of [wholeLine, wholeSentence, firstOfEquals, lastOfEquals, attribute]) {
    const range = rule(text, start, end);
    if (!range) continue;
    const before = text.slice(range.start, range.end);
    return { ...range, before, source: 'delete', ...(ruleId === undefined ? {} : { ruleId }) };
  }
  return undefined;
}
