import type { Finding } from '../../shared/protocol/finding.ts';

/** A stretch of a text. */
export interface Clause {
  readonly start: number;
  readonly text: string;
}

/** Those of some spans that lie in a stretch; all offsets are of the whole text. */
export const within = <Span extends { readonly start: number; readonly end: number }>(
  { start, text }: Clause,
  spans: readonly Span[],
): Span[] => spans.filter((span) => span.start >= start && span.end <= start + text.length);

/** Longer sentences are asked about in parts, in characters: the smallest models lose words when they copy more. */
export const longestSentence = 160;
/** What stands around a flagged word tells what is meant by it; a part takes in neighbours until it has so many characters. */
const shortestClause = 60;

/** Where a part may end: after a comma or the like, before a dash or a bullet, and where a line break was lost (`teamsYou`). */
const border = /(?<=[,;:)|])\s+|\s+(?=[-–—•*·]\s)|(?<=[a-z])(?=[A-Z][a-z])/gu;

/**
 * The parts of a long sentence that hold its findings, in text order, without overlap; the sentence itself where it is short. A part
 * without a border within reach is cut between words.
 * @param findings with offsets in the whole text, as those of `sentence`
 */
export function clausesOf(sentence: Clause, findings: readonly Pick<Finding, 'start' | 'end'>[]): Clause[] {
  if (sentence.text.length <= longestSentence) return [sentence];
  const borders = bordersOf(sentence.text);
  const reaches = findings
    .map(({ start, end }) => reachOf(borders, start - sentence.start, end - sentence.start))
    .sort((a, b) => a.from - b.from);
  const apart: { from: number; to: number }[] = [];
  for (const reach of reaches) {
    const last = apart.at(-1);
    if (last && reach.from < last.to) last.to = Math.max(last.to, reach.to);
    else apart.push({ ...reach });
  }
  return apart.map(({ from, to }) => {
    const text = sentence.text.slice(from, to);
    const trimmed = text.trimStart();
    return { start: sentence.start + from + text.length - trimmed.length, text: trimmed.trimEnd() };
  });
}

/** A stretch without borders is cut after so many words. */
const wordsTogether = 8;

/** Borders, and between words where the next one is too far away. */
function bordersOf(text: string): number[] {
  const found = [0, ...[...text.matchAll(border)].map(({ index }) => index), text.length];
  return found.flatMap((at, i) => {
    const next = found[i + 1];
    if (next === undefined || next - at <= longestSentence) return [at];
    const gaps = [...text.slice(at, next).matchAll(/\s+/g)].map(({ index }) => at + index);
    return [at, ...gaps.filter((_gap, place) => place % wordsTogether === wordsTogether - 1)];
  });
}

/** From the borders around a finding outwards, the nearer side first, until there is enough around it. */
function reachOf(borders: readonly number[], start: number, end: number): { from: number; to: number } {
  let first = Math.max(
    0,
    borders.findLastIndex((at) => at <= start),
  );
  let last = borders.findIndex((at) => at >= end);
  if (last < 0) last = borders.length - 1;
  const at = (place: number) => borders[place] ?? 0;
  while (at(last) - at(first) < shortestClause && (first > 0 || last < borders.length - 1)) {
    const left = first > 0 ? at(first) - at(first - 1) : Number.POSITIVE_INFINITY;
    const right = last < borders.length - 1 ? at(last + 1) - at(last) : Number.POSITIVE_INFINITY;
    if (left < right) first -= 1;
    else last += 1;
  }
  return { from: at(first), to: at(last) };
}

/**
 * A rewrite of a part with the beginning and the end that the part has: a model writes a capital and a full stop, as if it were a
 * whole sentence.
 */
export function asPart(part: string, rewrite: string): string {
  if (/[.!?]$/.test(part)) return rewrite;
  const mark = /[,;:]$/.exec(part)?.[0] ?? '';
  const bare = rewrite.replace(/[.,;:]$/, '');
  const startsLow = /^\p{Ll}/u.test(part) && /^\p{Lu}\p{Ll}/u.test(bare);
  return `${startsLow ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare}${mark}`;
}
