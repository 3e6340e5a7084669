import type { Edit } from '../protocol/edit.ts';
import type { Fault, Place } from './sentence-place.ts';

/** What a degree is in, and other stages of a course or of work that a text sets beside it. */
const subject =
  /^(?:\s*\([^)]*\))?(?:\s+(?:in|of)\s+\p{Lu}|,?\s+preferably\s+(?:in|of)\s|\s*\([^)]*\)\s+in\s)/u;
const stageAfter =
  /^(?:\s+or|\s*\/)\s+(?:[\p{L}\d'’-]+\s+){0,3}(?:students?|finishing|degree|years?[’']?)\b/iu;
const stageBefore = /\b(?:students?|degree)\s+or\s+(?:an?\s+)?$|\b(?:college|university|school)\s+$/i;
const unskilled = /^(?:perspective|view|outlook|approach|eye|insights?|judge?ment)$/i;
const notFamilyFriendly =
  /^(?:backgrounds?|beliefs?|candidates?|individuals?|people|principles|relationships?|values)$/i;

/** Ways in which a suggestion reads well and says something else, or nothing, where it is put. */
export const senseFaults: readonly Fault[] = [
  losesItsSides,
  isNoPerson,
  takesCourseForLevel,
  describesOtherThing,
  readsAsVerb,
  leavesPreferenceAlone,
];

/** `between women and men`, `for both men and women` and `equal pay for men and women` need the two sides that they speak of. */
function losesItsSides({ before, after: suggestion }: Edit, around: Place): boolean {
  if (!/\b(?:and|or)\b/i.test(before) || /\b(?:and|or)\b/i.test(suggestion)) return false;
  const sides = /\b(?:equal(?:ity|ly)?|parity|gender|between)\b/i;
  return /\bboth\s+$/i.test(around.before) || sides.test(around.before) || sides.test(around.after);
}

/** A pronoun in a list that has `they` already, and a title that was made a verb. */
function isNoPerson({ before, after: suggestion }: Edit, { after }: Place): boolean {
  const isVerbOfTitle = /(?:ess|man)ing$/i.test(before) && /(?:er|or|ant)ing$/i.test(suggestion);
  return isVerbOfTitle || /^\s*\/\s*(?:they|them|their)\b/i.test(after);
}

/**
 * A graduate in a subject, or one who is set beside a student or beside years at work, has a degree; college graduates are one noun.
 */
function takesCourseForLevel(_: Edit, { suggestion, before, after }: Place): boolean {
  if (!/-level\b/i.test(suggestion)) return false;
  return subject.test(after) || stageAfter.test(after) || stageBefore.test(before);
}

/** `A skilled perspective`, `family-friendly values`, `the staff market`: words for people and for places. */
function describesOtherThing(_: Edit, { last, suggestion, noun }: Place): boolean {
  if (noun === undefined) return false;
  return (
    (last === 'skilled' && unskilled.test(noun)) ||
    (last === 'staff' && /^(?:market|demands?)$/i.test(noun)) ||
    (/family-friendly$/i.test(suggestion) && notFamilyFriendly.test(noun))
  );
}

/** `Their values match`: values that match, where it was a thing that one person has. */
function readsAsVerb(_: Edit, { suggestion, before }: Place): boolean {
  return /\bmatch$/i.test(suggestion) && /\b(?:my|your|his|her|its|our|their)\s+$/i.test(before);
}

/** `Preference for candidates`: whom the text prefers is no longer told, though it still says that it prefers. */
function leavesPreferenceAlone({ before: replaced, after: suggestion }: Edit, { before }: Place): boolean {
  const prefers = /\b(?:favou?r(?:s|ing)?|prefer(?:s|ring)?|preference\s+(?:for|to))\s+$/i;
  return prefers.test(before) && replaced.toLowerCase().endsWith(` ${suggestion.toLowerCase()}`);
}
