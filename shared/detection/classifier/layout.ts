/** How a text is laid out, apart from what it says. */
export type Layout = readonly number[];

/** Numbers in a `Layout`. */
export const layoutLength = 9;

/**
 * Lines, words a line, share of lines that are bullets and that end as sentences do, digits, share of capitals, addresses, letters
 * beyond ASCII and exclamation marks; counts as logarithms. Advertisements that employers wrote and texts that a language model wrote
 * differ in these, and so does how often a wording in them is labelled.
 */
export function layoutOf(text: string): Layout {
  let [lines, words, bullets, sentences] = [0, 0, 0, 0];
  let [digits, capitals, addresses, foreign, exclamations] = [0, 0, 0, 0, 0];
  let [last, firstOfLine] = [0, 0];
  let inWord = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : lineFeed;
    const letter = code >= 97 && code <= 122;
    if (!letter && isBlank(code)) {
      inWord = false;
      if (code !== lineFeed || firstOfLine === 0) continue;
      lines += 1;
      bullets += Number(bulletSigns.has(firstOfLine));
      sentences += Number(sentenceEnds.has(last));
      firstOfLine = 0;
      continue;
    }
    last = code;
    if (!inWord) {
      inWord = true;
      words += 1;
      if (firstOfLine === 0) firstOfLine = code;
    }
    if (letter) continue;
    if (code >= 48 && code <= 57) digits += 1;
    else if (code >= 65 && code <= 90) capitals += 1;
    else if (code === at) addresses += 1;
    else if (code === exclamation) exclamations += 1;
    else if (code > 127 && !isCombining(code)) foreign += 1;
  }
  return [
    Math.log1p(lines),
    Math.log1p(words / Math.max(1, lines)),
    bullets / Math.max(1, lines),
    sentences / Math.max(1, lines),
    Math.log1p(digits),
    capitals / Math.max(1, text.length),
    Math.log1p(addresses),
    Math.log1p(foreign),
    Math.log1p(exclamations),
  ];
}

const codes = (signs: string): ReadonlySet<number> => new Set([...signs].map((sign) => sign.charCodeAt(0)));
const bulletSigns = codes('-*•·▪●‣–');
const sentenceEnds = codes('.!?');
const lineFeed = 10;
const exclamation = 33;
const at = 64;

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xad || (code >= 0x2000 && code <= 0x200b);
}

/** Accents that stand alone: composed or not, a letter counts once. */
function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}
