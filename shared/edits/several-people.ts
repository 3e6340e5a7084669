import type { Edit } from '../protocol/edit.ts';

const onePerson = /^(?:s?he\b|he\s*\/\s*she\b|she\s*\/\s*he\b|his\b|her\b)/i;
const people =
  '(?:bakers|candidates|children|clients|colleagues|contractors|customers|employees|engineers|executives|families|guests|managers|members|partners|patients|people|professionals|residents|stakeholders|students|suppliers|teachers|technicians|users|visitors|workers)';
/** Several people whom the sentence begins or ends with, or whom it calls them. */
const speaksOfSeveral = new RegExp(
  `^\\W*(?!(?:you|we|i)\\b)(?:[a-z’'-]+\\s+){0,2}${people}\\b|\\b(?:them|themselves)\\b|\\b${people}\\b.*\\b(?:they|their)\\b|\\b${people}[.!?]$`,
  'i',
);
const reach = 300;

/**
 * Whether `they` at the beginning of a sentence would be read as the several people of the sentence before: `You show the ovens to the
 * bakers. [He] will order flour` is about one person, `They will order flour` about the bakers.
 */
export function joinsSeveralPeople(text: string, { before, after, start }: Edit): boolean {
  if (!onePerson.test(before) || !/^the(?:y|ir)\b/i.test(after)) return false;
  const left = text.slice(Math.max(0, start - reach), start).trimEnd();
  return speaksOfSeveral.test(/[^\n.!?]*[.!?]$/.exec(left)?.[0] ?? '');
}
