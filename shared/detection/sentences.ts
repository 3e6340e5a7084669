/** A sentence, bullet or heading: the unit that is matched, cached and rechecked. Offsets are UTF-16 code units. */
export interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** A longer run without an end is cut at a space: keeps one keystroke's recheck small. */
const longest = 1200;

const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|incl|min|max|no|mr|mrs|ms|dr|st|inc|ltd|dept|\p{L})\.$/iu;
const bullet = /[•·●▪◦‣∙⁃■□►✓✔➢]/;
/** Where a sentence may end: a full stop, a line break, a bullet. */
const candidates = /[.!?]+["'”’)\]]*(?=\s|$)|\r\n?|\n|\u2028|\u2029|[•·●▪◦‣∙⁃■□►✓✔➢]/g;

/**
 * Splits a text at ends of sentences, bullets and line breaks. A line break inside a running sentence (a long line
 * followed by a lower-case letter) does not split, so text that was wrapped at a fixed width stays whole.
 * The pieces cover every character but leading and trailing white space.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let lineStart = 0;
  const push = (end: number) => {
    pushPieces(text, start, end, sentences);
    start = end;
  };
  candidates.lastIndex = 0;
  for (let match = candidates.exec(text); match; match = candidates.exec(text)) {
    const mark = match[0];
    const end = match.index + mark.length;
    if (bullet.test(mark)) push(match.index);
    else if (/[.!?]/.test(mark)) {
      if (!lowerCaseFollows(text, end) && !endsWithAbbreviation(text, start, end)) push(end);
    } else {
      const wrapped = match.index - lineStart >= 50 && lowerCaseFollows(text, end, 1);
      lineStart = end;
      if (!wrapped) push(end);
    }
  }
  push(text.length);
  return sentences;
}

function endsWithAbbreviation(text: string, start: number, end: number): boolean {
  return text[end - 1] === '.' && abbreviation.test(text.slice(Math.max(start, end - 10), end));
}

/** Whether the next visible character is a lower-case letter, with at most `breaks` line breaks before it. */
function lowerCaseFollows(text: string, from: number, breaks = 0): boolean {
  let seen = breaks === 0 ? 0 : 1;
  for (let at = from; at < text.length && at < from + 40; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') seen += 1;
    if (seen > breaks) return false;
    if (/\s/.test(character)) continue;
    return character !== character.toUpperCase();
  }
  return false;
}

function pushPieces(text: string, from: number, to: number, sentences: Sentence[]): void {
  let start = from;
  while (to - start > longest) {
    // Looked for in the piece alone: in a text without spaces the search would run back to its beginning each time.
    const space = text.slice(start, start + longest + 1).lastIndexOf(' ');
    const end = start + (space > 0 ? space : longest);
    pushTrimmed(text, start, end, sentences);
    start = end;
  }
  pushTrimmed(text, start, to, sentences);
}

function pushTrimmed(text: string, from: number, to: number, sentences: Sentence[]): void {
  const piece = text.slice(from, to);
  const body = piece.trimStart();
  if (body !== '') sentences.push({ start: to - body.length, text: body.trimEnd() });
}
