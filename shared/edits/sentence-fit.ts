import type { Edit } from '../protocol/edit.ts';
import { isFunctionWord } from './function-word.ts';

/** A suggestion and what stands around it on its line and in its sentence. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** The noun that the suggestion would stand directly before, if what follows may be one. */
  readonly noun: string | undefined;
  /** Without an article. */
  readonly suggestion: string;
  readonly words: readonly string[];
  /** Last word of the suggestion, and of what it replaces. */
  readonly last: string;
  readonly lastReplaced: string;
}

/** A way in which a suggestion may be wrong where it is put. */
type Fault = (edit: Edit, place: Place) => boolean;

const word = /[\p{L}\d][\p{L}\d'’]*/gu;
const reach = 240;
const nearby = 8;
const preposition = /^(?:of|for|with|on|in|to|at|from|by)$/i;
const participle = /(?:ing|ed|ly)$/i;
const afterNoun =
  /^(?:ready|able|willing|eager|wanted|needed|sought|welcome|plus|available|interested|whose|like|no|please)$/i;
/** Nouns for persons that do not stand before another noun as `expert` does. */
const personNoun = /^(?:people|person|individuals?|professionals?|candidates?|applicants?)$/i;
const adjective = /(?:ive|ed|ful|ous|[ai]ble|(?<!m)ent|-level|steady|clear|leading|disabled)$/i;
const nounLikeAdjective =
  /^(?:initiative|executive|representative|student|talent|agent|client|parent|patient|perspective)$/i;
/** `daring to try` has no `inventive to try`. */
const withoutInfinitive = /^(?:inventive|steady|strong|capable|independent|collaborative)$/i;
const agreesWithBoth =
  /^(?:must|will|would|should|shall|can|can[’']t|cannot|could|may|might|ought|won[’']t|also|always|often|never|then|now|not|both|either|\p{L}+ed|\p{L}+ly)$/iu;
/** What a degree is in, and other stages of a course or of work that a text sets beside it. */
const subject =
  /^(?:\s*\([^)]*\))?(?:\s+(?:in|of)\s+\p{Lu}|,?\s+preferably\s+(?:in|of)\s|\s*\([^)]*\)\s+in\s)/u;
const stageAfter =
  /^(?:\s+or|\s*\/)\s+(?:[\p{L}\d'’-]+\s+){0,3}(?:students?|finishing|degree|years?[’']?)\b/iu;
const stageBefore = /\b(?:students?|degree)\s+or\s+(?:an?\s+)?$|\b(?:college|university|school)\s+$/i;
const beforeAdjective = /^(?:very|highly|be|is|are|being|truly|quite|more|most)$/i;
const unskilled = /^(?:perspective|view|outlook|approach|eye|insights?|judge?ment)$/i;
const notFamilyFriendly =
  /^(?:backgrounds?|beliefs?|candidates?|individuals?|people|principles|relationships?|values)$/i;
/** Verbs that suggestions open with; a hyphen made one phrase of what they replace. */
const opensWithVerb = /^(?:take|lead|make|drive|get|go)\s/i;

const wordsOf = (text: string) => text.match(word) ?? [];

const faults: readonly Fault[] = [
  repeatsNeighbour,
  losesItsSides,
  losesItsVerb,
  isNoPerson,
  leavesPreposition,
  splitsNounPhrase,
  putsVerbBeforeNoun,
  putsPhraseBeforeNoun,
  joinsUnlikeParts,
  takesInfinitive,
  takesCourseForLevel,
  describesOtherThing,
  leavesPreferenceAlone,
  followsNoun,
  leavesLevelAlone,
  leavesAdjectiveAlone,
];

/**
 * Whether a suggestion can stand where it is put. Only ways to be wrong that can be told from the words around are found; each is a
 * fault of its own.
 */
export function fitsSentence(text: string, edit: Edit): boolean {
  const place = placeOf(text, edit);
  return place === undefined || !faults.some((isFault) => isFault(edit, place));
}

/** Nothing where the suggestion has no word: a deletion. */
function placeOf(text: string, edit: Edit): Place | undefined {
  const left = text.slice(Math.max(0, edit.start - reach), edit.start);
  const after = /^[^\n.!?]*/.exec(text.slice(edit.end, edit.end + reach))?.[0] ?? '';
  const suggestion = edit.after.replace(/^(?:an?|the)\s+/i, '').trim();
  const words = wordsOf(suggestion);
  const last = words.at(-1)?.toLowerCase();
  if (last === undefined) return undefined;
  return {
    before: left.slice(left.search(/[^\n.!?]*$/)),
    after,
    noun: nounIn(after),
    suggestion,
    words,
    last,
    lastReplaced: wordsOf(edit.before).at(-1)?.toLowerCase() ?? '',
  };
}

function nounIn(after: string): string | undefined {
  const next = /^[^\S\n]+(?:[-–/]\s*)?([\p{L}\d][\p{L}\d'’-]*)/u.exec(after)?.[1];
  if (next === undefined || isFunctionWord(next) || afterNoun.test(next)) return undefined;
  return participle.test(next) ? undefined : next;
}

/** `A motivated and motivated baker`. */
function repeatsNeighbour({ before, after: suggestion, source }: Edit, around: Place): boolean {
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

/** `motivated` beside `motivation` and `self-motivated`; short words must be equal. */
function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const stem = Math.max(5, Math.min(a.length, b.length) - 3);
  return a.length >= stem && b.length >= stem && a.slice(0, stem) === b.slice(0, stem);
}

/** `between women and men`, `for both men and women` and `equal pay for men and women` need the two sides that they speak of. */
function losesItsSides({ before, after: suggestion }: Edit, around: Place): boolean {
  if (!/\b(?:and|or)\b/i.test(before) || /\b(?:and|or)\b/i.test(suggestion)) return false;
  const sides = /\b(?:equal(?:ity|ly)?|parity|gender|between)\b/i;
  return /\bboth\s+$/i.test(around.before) || sides.test(around.before) || sides.test(around.after);
}

/** `He` becomes `They` alone only before a verb that agrees with both: a modal, a past, or an adverb on the way to one. */
function losesItsVerb({ before, after: suggestion }: Edit, { after }: Place): boolean {
  if (!/^s?he$/i.test(before) || !/^they$/i.test(suggestion)) return false;
  const next = /^\s+(\p{L}[\p{L}'’]*)/u.exec(after)?.[1];
  return next !== undefined && !agreesWithBoth.test(next);
}

/** A pronoun in a list that has `they` already, and a title that was made a verb. */
function isNoPerson({ before, after: suggestion }: Edit, { after }: Place): boolean {
  const isVerbOfTitle = /(?:ess|man)ing$/i.test(before) && /(?:er|or|ant)ing$/i.test(suggestion);
  return isVerbOfTitle || /^\s*\/\s*(?:they|them|their)\b/i.test(after);
}

/** `You take responsibility for.` */
function leavesPreposition(_: Edit, { last, after }: Place): boolean {
  return preposition.test(last) && !/^[^\S\n]+[\p{L}\d]/u.test(after);
}

/** `You take the lead of the ovens`: the `of` belonged to the words that went. */
function splitsNounPhrase(_: Edit, { words, last, lastReplaced, after }: Place): boolean {
  return !preposition.test(last) && words.length > 1 && /^\s+of\b/i.test(after) && lastReplaced !== last;
}

/** `A take the lead attitude`. */
function putsVerbBeforeNoun({ before }: Edit, { suggestion, last, noun }: Place): boolean {
  return (
    !preposition.test(last) && noun !== undefined && before.includes('-') && opensWithVerb.test(suggestion)
  );
}

/** `A confident with technology baker`, `an entry-level professional baker role`. */
function putsPhraseBeforeNoun(_: Edit, { words, last, lastReplaced, noun }: Place): boolean {
  if (noun === undefined || preposition.test(last) || last === lastReplaced) return false;
  return personNoun.test(last) || holdsPreposition(words);
}

/** `A calm and focus on results`. */
function joinsUnlikeParts(_: Edit, { words, last, before, noun }: Place): boolean {
  if (noun !== undefined || preposition.test(last)) return false;
  return holdsPreposition(words) && /(?:\band|&)\s+$/i.test(before);
}

function holdsPreposition(words: readonly string[]): boolean {
  return words.slice(1).some((one) => preposition.test(one));
}

/** `We are bold, inventive to bake`. */
function takesInfinitive(_: Edit, { last, after }: Place): boolean {
  return withoutInfinitive.test(last) && /^\s+to\s/i.test(after);
}

/**
 * A graduate in a subject, or one who is set beside a student or beside years at work, has a degree; college graduates are one noun.
 */
function takesCourseForLevel(_: Edit, { suggestion, before, after }: Place): boolean {
  if (!/-level\b/i.test(suggestion)) return false;
  return subject.test(after) || stageAfter.test(after) || stageBefore.test(before);
}

/** `A skilled perspective`, `family-friendly values`: adjectives of people and of places. */
function describesOtherThing(_: Edit, { last, suggestion, noun }: Place): boolean {
  if (noun === undefined) return false;
  return (
    (last === 'skilled' && unskilled.test(noun)) ||
    (/family-friendly$/i.test(suggestion) && notFamilyFriendly.test(noun))
  );
}

/** `Preference for candidates`: whom the text prefers is no longer told, though it still says that it prefers. */
function leavesPreferenceAlone({ before: replaced, after: suggestion }: Edit, { before }: Place): boolean {
  const prefers = /\b(?:favou?r(?:s|ing)?|prefer(?:s|ring)?|preference\s+(?:for|to))\s+$/i;
  return prefers.test(before) && replaced.toLowerCase().endsWith(` ${suggestion.toLowerCase()}`);
}

/** `Media technically skilled`: the noun belonged to the word that went. */
function followsNoun({ before: replaced }: Edit, { before }: Place): boolean {
  if (!/\bsavvy$/i.test(replaced)) return false;
  const left = /([\p{L}\d][\p{L}\d'’]*)[^\S\n]+$/u.exec(before)?.[1];
  return left !== undefined && !isFunctionWord(left) && !participle.test(left) && !beforeAdjective.test(left);
}

/** `We want curious entry-level to bake`; in a heading a level may stand alone. */
function leavesLevelAlone(_: Edit, { suggestion, noun, before, after }: Place): boolean {
  if (!/-level$/i.test(suggestion) || noun !== undefined) return false;
  const endsHeading = /^\s*(?:$|[)\]|–—-])/u.test(after);
  return !(endsHeading && /(?:^|[-–—,(|:[\]\d•*])\s*$/u.test(before));
}

/** `We serve the confident.` */
function leavesAdjectiveAlone({ after: replacement }: Edit, place: Place): boolean {
  const { before, after, suggestion, noun } = place;
  if (noun !== undefined || !isAdjective(suggestion) || isListed(after)) return false;
  const opensNounPhrase = /^an?\s/i.test(replacement) || /(?:^|\s)(?:an?|the)\s+$/i.test(before);
  return opensNounPhrase && /^\s*(?:$|[,;:()]|(?:and|or|of|in|with|who|that|to|is)\b)/i.test(after);
}

function isAdjective(suggestion: string): boolean {
  const last = suggestion.split(/\s+/).at(-1) ?? '';
  return adjective.test(last) && !nounLikeAdjective.test(last);
}

/** `a calm, motivated and kind baker`: the noun comes after the list. */
function isListed(after: string): boolean {
  return /^(?:,|\s+and|\s+or)\s+(?:and\s+)?[\p{L}-]+(?:ive|ed|ful|ous|[ai]ble|ent|ic|ing|al|y)\b/iu.test(
    after,
  );
}
