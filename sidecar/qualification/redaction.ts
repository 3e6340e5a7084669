import { redactHeaderName, removeNames } from './redaction-names.ts';
import { gendered, neutralWords } from './redaction-patterns.ts';
import type { Taxonomy } from './taxonomy/taxonomy.ts';

/** What the source tells of a person beside the text. */
export interface KnownPerson {
  /** Names as the source's own columns give them; removed wherever they stand. */
  readonly names?: readonly string[];
}

/** Takes out of a text what must not rank. */
export type Redactor = (text: string, known?: KnownPerson) => string;

/**
 * Creates the redactor of candidate texts. Taken out: the person's name (from the source, or as the header of a resume
 * shows it), contact data, photos, birth dates and other personal particulars, and schools whose name says a gender;
 * pronouns and forms of address become neutral. What is left keeps its lines. Redacting twice changes nothing more.
 *
 * It follows patterns and misses what no pattern shows, such as a friend's name in the middle of a sentence; the
 * ranking therefore also ignores words that only one candidate uses.
 */
export function createRedactor(taxonomy: Taxonomy): Redactor {
  return (text, known = {}) => {
    const withoutParticulars = gendered.reduce(
      (rest, { pattern, by, needs }) => (needs?.test(rest) === false ? rest : rest.replace(pattern, by)),
      text,
    );
    const withoutNames = removeNames(
      redactHeaderName(withoutParticulars, taxonomy),
      (known.names ?? []).flatMap((name) => name.split(/\s+/)),
    );
    return tidy(withoutNames.replace(genderedWord, neutral));
  };
}

const genderedWord = new RegExp(`\\b(?:${[...neutralWords.keys()].join('|')})\\b\\.?`, 'gi');

/** The neutral form of a pronoun or form of address, in the case in which it was written. */
function neutral(word: string): string {
  const form = neutralWords.get(word.toLowerCase().replace(/\.$/, ''));
  if (form === undefined) return word;
  const stop = word.endsWith('.') && form !== '' ? '.' : '';
  if (/^[A-Z]{2,}\.?$/.test(word)) return form.toUpperCase() + stop;
  return (/^[A-Z]/.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form) + stop;
}

/** Takes away what redaction leaves behind: double spaces, lines of ornaments, runs of empty lines. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t]{2,}/g, ' ').trimEnd())
    .filter((line, i, lines) => line !== '' || (i > 0 && lines[i - 1] !== ''))
    .join('\n')
    .trim();
}
