/** A word, a number or a mark of punctuation. Offsets count UTF-16 code units from the start of the tokenised text. */
export interface Token {
  /** Lower case, NFC, without soft hyphens; a possessive ending is left off ("driver's" is "driver"). */
  readonly word: string;
  readonly start: number;
  /** Exclusive; before a possessive ending, so that replacing the token keeps the ending in place. */
  readonly end: number;
  readonly punctuation: boolean;
  /** Value of digits and of the number words up to twenty. */
  readonly value?: number;
}

const numberWords = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);

/** Words whose 's is a verb ("he's"), not a possessive. */
const contracted = new Set(['he', 'she', 'it', 'that', 'there', 'who', 'what', 'let', 'here', 'where']);

/** Entity, initials ("U.S."), word with its ending, number, punctuation. A hyphen inside a word is no token at all. */
const tokenPattern =
  /&(#?[a-z\d]{1,10});|((?:\p{L}\.){2,}\p{L}?)|([\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+(?:&(?:shy|#173);[\p{L}\p{M}\u00ad\u200b-\u200d\u2060]+)*)(?:['’]([\p{L}\p{M}]+))?|(\d+(?:[.,]\d+)*)|[,/:;()!?|&—]|(?<=\s)[-–](?=\s)/giu;

const invisible = /[\u00ad\u200b-\u200d\u2060]|&(?:shy|#173);/gi;
const plain = /^[a-z]+$/;

/** Splits a text into tokens in one pass; time is linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    const [whole, entity, initials, body, ending, digits] = match;
    const start = match.index;
    const end = start + whole.length;
    if (body !== undefined) tokens.push(wordToken(body, ending, start));
    else if (initials !== undefined) {
      tokens.push({ word: initials.replaceAll('.', '').toLowerCase(), start, end, punctuation: false });
    } else if (digits !== undefined) {
      const value = Number(digits.replace(/,(?=\d{3})/g, '').replace(',', '.'));
      tokens.push({ word: digits, start, end, punctuation: false, value });
    } else if (whole === '&' || entity === 'amp') {
      tokens.push({ word: 'and', start, end, punctuation: false });
    } else if (entity === undefined) tokens.push({ word: whole, start, end, punctuation: true });
  }
  return tokens;
}

function wordToken(body: string, ending: string | undefined, start: number): Token {
  const base = normaliseWord(body);
  const end = start + body.length;
  if (ending !== undefined && (ending.toLowerCase() !== 's' || contracted.has(base))) {
    return {
      word: `${base}'${normaliseWord(ending)}`,
      start,
      end: end + 1 + ending.length,
      punctuation: false,
    };
  }
  const value = numberWords.get(base);
  return { word: base, start, end, punctuation: false, ...(value === undefined ? {} : { value }) };
}

/** The form in which words of texts and of patterns are compared. */
export function normaliseWord(word: string): string {
  const lower = word.toLowerCase();
  return plain.test(lower) ? lower : lower.normalize('NFC').replace(invisible, '');
}
