import { diffChars } from 'diff';
import { inflections } from '../../shared/detection/inflection.ts';

/** Shorter words are near one another by chance: `lead` and `load`. */
const leastLetters = 6;
/** Letters left out and put in. */
const mostLetters = 2;

/**
 * Whether an edit writes a word of the posting wrongly: small models now and then miscopy a rare word that they mean to keep. Such a word
 * stands nowhere in the posting, is no form of the lost word, and begins and ends as it does.
 */
export function misspellsCopy(text: string, before: string, after: string): boolean {
  const known = new Set(wordsOf(text));
  const kept = new Set(wordsOf(after));
  const lost = wordsOf(before).filter((word) => !kept.has(word));
  return wordsOf(after).some(
    (word) => !known.has(word) && lost.some((other) => other !== word && isSlip(other, word)),
  );
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFC')
    .match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];

function isSlip(meant: string, written: string): boolean {
  if (Math.min(meant.length, written.length) < leastLetters) return false;
  if (meant.slice(0, 2) !== written.slice(0, 2) || meant.slice(-2) !== written.slice(-2)) return false;
  if (inflections(meant).has(written)) return false;
  const changed = diffChars(meant, written)
    .filter(({ added, removed }) => added || removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return changed <= mostLetters;
}
