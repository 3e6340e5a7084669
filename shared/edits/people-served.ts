import type { Edit } from '../protocol/edit.ts';

const age = /^(?:young|youthful)\s*$/i;
/** Nouns for whoever is taught, cared for or sold to, as against a team or a graduate. */
const noun =
  /^\s*(?:people|persons?|adults?|women|men|ladies|girls|boys|children|learners|offenders|minds|lives)\b/i;
const given =
  /\b(?:with|to|for|of|help(?:s|ing)?|support(?:s|ing)?|inspir(?:es?|ing)|teach(?:es|ing)?|empower(?:s|ing)?)\s+(?:[\p{L}’'-]+[,\s]+){0,3}$/iu;
/** What the posting looks for, or what its own team is made of. */
const wanted =
  /\b(?:look(?:s|ing)?|search(?:es|ing)?|hir(?:es?|ing)|open|suit(?:able|ed)|ideal|perfect|opportunit(?:y|ies)|jobs?|roles?|lots?|full|teams?|groups?|compan(?:y|ies))\s+(?:for|to|of)\s+(?:[\p{L}’'-]+[,\s]+){0,3}$/iu;
const reach = 60;

/** Whether an edit would take the age out of a word for those whom the work serves: `a service to young people` is about its clients. */
export function changesPeopleServed(text: string, { before, start, end }: Edit): boolean {
  if (!age.test(before) || !noun.test(text.slice(end))) return false;
  const left = text.slice(Math.max(0, start - reach), start);
  return given.test(left) && !wanted.test(left);
}
