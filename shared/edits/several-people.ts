import type { Edit } from '../protocol/edit.ts';

const onePerson = /^(?:s?he\b|he\s*\/\s*she\b|she\s*\/\s*he\b)/i;
const reach = 300;

/**
 * Whether `they` would be read as the several people of the sentence before: `You lead the bakers and show them the ovens. [He] will
 * order the flour` is about one person, `They will order the flour` about the bakers.
 */
export function joinsSeveralPeople(text: string, { before, after, start }: Edit): boolean {
  if (!onePerson.test(before) || !/^they\b/i.test(after)) return false;
  const left = text.slice(Math.max(0, start - reach), start).trimEnd();
  const sentenceBefore = /[^\n.!?]*[.!?]$/.exec(left)?.[0] ?? '';
  return /\b(?:them|themselves)\b/i.test(sentenceBefore);
}
