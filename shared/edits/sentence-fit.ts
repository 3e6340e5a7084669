import type { Edit } from '../protocol/edit.ts';
import { isFunctionWord } from './function-word.ts';

/** What stands around an edit on its line and in its sentence. */
interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const word = /[\p{L}\d][\p{L}\d'’]*/gu;
const reach = 240;
const nearby = 8;
const preposition = /^(?:of|for|with|on|in|to|at|from|by)$/i;
const participle = /(?:ing|ed|ly)$/i;
const afterNoun =
  /^(?:ready|able|willing|eager|wanted|needed|sought|welcome|plus|available|interested|whose|like|no|please)$/i;
/** Nouns for persons that do not stand before another noun as `expert` does. */
const personNoun = /^(?:people|person|individuals?|professionals?|candidates?|applicants?)$/i;
const adjective = /(?:ive|ed|ful|ous|[ai]ble|ent|-level|steady|clear|leading|disabled)$/i;

const nounLikeAdjective = /^(?:initiative|executive|representative|student|talent|agent|perspective)$/i;

/** `daring to try` has no `inventive to try`. */
const withoutInfinitive = /^(?:inventive|steady|strong|capable|independent|collaborative)$/i;
const agreesWithBoth =
  /^(?:must|will|would|should|shall|can|can[’']t|cannot|could|may|might|ought|won[’']t|also|always|often|never|then|now|not|both|either|\p{L}+ed|\p{L}+ly)$/iu;
/** Verbs that suggestions open with; a hyphen made one phrase of what they replace. */
const opensWithVerb = /^(?:take|lead|make|drive|get|go)\s/i;

const wordsOf = (text: string) => text.match(word) ?? [];

function surroundings(text: string, { start, end }: Edit): Surroundings {
  const left = text.slice(Math.max(0, start - reach), start);
  const right = text.slice(end, end + reach);
  return {
    before: left.slice(left.search(/[^\n.!?]*$/)),
    after: /^[^\n.!?]*/.exec(right)?.[0] ?? '',
  };
}

/** `motivated` beside `motivation` and `self-motivated`; short words must be equal. */
function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const stem = Math.max(5, Math.min(a.length, b.length) - 3);
  return a.length >= stem && b.length >= stem && a.slice(0, stem) === b.slice(0, stem);
}

function repeatsNeighbour({ before, after: suggestion, source }: Edit, around: Surroundings): boolean {
  if (source === 'delete') return false;
  const content = (text: string) =>
    wordsOf(text.toLowerCase()).filter((one) => one.length > 2 && !isFunctionWord(one));
  const old = new Set(content(before));
  // A salesman beside sales is no new repetition when it becomes a salesperson.
  const stoodThere = (other: string) => [...old].some((one) => sameStem(one, other));
  const neighbours = [...content(around.before).slice(-nearby), ...content(around.after).slice(0, nearby)];
  return content(suggestion)
    .filter((one) => !old.has(one))
    .some((one) => neighbours.some((other) => other === one || (sameStem(one, other) && !stoodThere(other))));
}

/** `between women and men` and `equal pay for men and women` need the two sides that they speak of. */
function losesItsSides({ before, after: suggestion }: Edit, around: Surroundings): boolean {
  if (!/\b(?:and|or)\b/i.test(before) || /\b(?:and|or)\b/i.test(suggestion)) return false;
  const sides = /\b(?:equal(?:ity|ly)?|parity|gender|between)\b/i;
  return sides.test(around.before) || sides.test(around.after);
}

/** `He` becomes `They` alone only before a verb that agrees with both: a modal, a past, or an adverb on the way to one. */
function losesItsVerb({ before, after: suggestion }: Edit, { after }: Surroundings): boolean {
  if (!/^s?he$/i.test(before) || !/^they$/i.test(suggestion)) return false;
  const next = /^\s+(\p{L}[\p{L}'’]*)/u.exec(after)?.[1];
  return next !== undefined && !agreesWithBoth.test(next);
}

/** A pronoun in a list that has `they` already, and a title that was made a verb. */
function isNoPerson({ before }: Edit, around: Surroundings): boolean {
  return /^\s*\/\s*(?:they|them|their)\b/i.test(around.after) || /(?:ess|man)ing$/i.test(before);
}

/** The noun that the suggestion stands directly before, if what follows may be one. */
function nounAfter({ after }: Surroundings): string | undefined {
  const next = /^[^\S\n]+(?:[-–/]\s*)?([\p{L}\d][\p{L}\d'’-]*)/u.exec(after)?.[1];
  if (next === undefined || isFunctionWord(next) || afterNoun.test(next)) return undefined;
  return participle.test(next) ? undefined : next;
}

/**
 * Whether a suggestion can stand where it is put: it repeats no word near it, leaves no preposition or adjective without its noun, and
 * puts no noun for a person before another noun, keeps the two sides of an equality and a verb that agrees. Only ways to be wrong that can be told from the words around are found.
 */
export function fitsSentence(text: string, edit: Edit): boolean {
  const suggestion = edit.after.replace(/^(?:an?|the)\s+/i, '').trim();
  const words = wordsOf(suggestion);
  const last = words.at(-1);
  if (last === undefined) return true;
  const around = surroundings(text, edit);
  const faults = [repeatsNeighbour, losesItsSides, losesItsVerb, isNoPerson];
  if (faults.some((isFault) => isFault(edit, around))) return false;

  const noun = nounAfter(around);
  const lastBefore = wordsOf(edit.before).at(-1)?.toLowerCase();
  if (preposition.test(last)) return /^[^\S\n]+[\p{L}\d]/u.test(around.after);
  if (words.length > 1 && /^\s+of\b/i.test(around.after) && lastBefore !== last.toLowerCase()) return false;
  if (noun !== undefined && edit.before.includes('-') && opensWithVerb.test(suggestion)) return false;
  if (noun !== undefined && (personNoun.test(last) || words.slice(1).some((one) => preposition.test(one))))
    return lastBefore === last.toLowerCase();
  if (words.slice(1).some((one) => preposition.test(one)) && /(?:\band|&)\s+$/i.test(around.before))
    return false;
  // A graduate in a subject has a degree in it.
  if (/-level\b/i.test(suggestion) && /^\s+(?:in|of)\s+\p{Lu}/u.test(around.after)) return false;
  // College graduates are one noun, and nobody is a college entry-level applicant.
  if (/-level\b/i.test(suggestion) && /\b(?:college|university|school)\s+$/i.test(around.before))
    return false;
  if (withoutInfinitive.test(last) && /^\s+to\s/i.test(around.after)) return false;
  const endsHeading = /^\s*(?:$|[)\]|–—-])/u.test(around.after);
  if (
    /-level$/i.test(suggestion) &&
    noun === undefined &&
    !(endsHeading && /(?:^|[-–—,(|:[\]\d•*])\s*$/u.test(around.before))
  )
    return false;
  const opensNounPhrase = /^an?\s/i.test(edit.after) || /(?:^|\s)(?:an?|the)\s+$/i.test(around.before);
  const alone = /^\s*(?:$|[,;:()]|(?:and|or|of|in|with|who|that|to|is)\b)/i.test(around.after);
  return !(opensNounPhrase && noun === undefined && alone && isAdjective(suggestion) && !listed(around));
}

function isAdjective(suggestion: string): boolean {
  const last = suggestion.split(/\s+/).at(-1) ?? '';
  return adjective.test(last) && !nounLikeAdjective.test(last);
}

/** `a calm, motivated and kind baker`: the noun comes after the list. */
function listed({ after }: Surroundings): boolean {
  return /^(?:,|\s+and|\s+or)\s+(?:and\s+)?[\p{L}-]+(?:ive|ed|ful|ous|[ai]ble|ent|ic|ing|al|y)\b/iu.test(
    after,
  );
}
