/** One word of a text in normal form, with its place in the text as given (UTF-16 code units, `end` exclusive). */
export interface Token {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** Words, keeping what makes technical names: `C++`, `C#`, `.NET`, `Node.js`, `R&D`, `bachelor's`. */
const word = /(?:(?<![\p{L}\p{N}])\.(?=net\b))?[\p{L}\p{N}]+(?:[.'’&][\p{L}\p{N}]+)*[+#]*/giu;
/** A full stop without a following space, as in `systems.Experience`: the end of a sentence, not of `Node.js`. */
const gluedSentence = /(?<=\p{Ll}{2})\.(?=\p{Lu})/gu;
const ascii = /^[!-~]*$/;
const combiningMarks = /\p{M}+/gu;

/**
 * The normal form that lexicon phrases and texts share: lower case, no accents, no plural `s`, no possessive.
 * Only the plural is folded: a stemmer would make `accounting`, `accountant` and `account` one word.
 */
export function normalForm(raw: string): string {
  let form = raw.toLowerCase();
  if (!ascii.test(form)) form = form.normalize('NFKD').replace(combiningMarks, '').replace('’', "'");
  if (form.endsWith("'s")) form = form.slice(0, -2);
  if (form.includes('.')) return form;
  if (form.length > 4 && form.endsWith('ies')) return `${form.slice(0, -3)}y`;
  if (form.length > 3 && form.endsWith('s') && !/(?:ss|us|is|os|as)$/.test(form)) return form.slice(0, -1);
  return form;
}

/** The words of a text in normal form, in reading order. Hyphens and slashes separate words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.replace(gluedSentence, ' ').matchAll(word)) {
    tokens.push({ form: normalForm(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
