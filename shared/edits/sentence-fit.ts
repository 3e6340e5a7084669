import type { Edit } from '../protocol/edit.ts';
import { isFunctionWord } from './function-word.ts';
import { senseFaults } from './sense-faults.ts';
import { type Fault, isAdjective, type Place, participle, placeOf, wordsOf } from './sentence-place.ts';

const nearby = 8;
const preposition = /^(?:of|for|with|on|in|to|at|from|by)$/i;
/** Nouns for persons that do not stand before another noun as `expert` does. */
const personNoun = /^(?:people|person|individuals?|professionals?|candidates?|applicants?)$/i;
/** `daring to try` has no `inventive to try`. */
const withoutInfinitive = /^(?:inventive|steady|strong|capable|independent|collaborative)$/i;
const agreesWithBoth =
  /^(?:must|will|would|should|shall|can|can[’']t|cannot|could|may|might|ought|won[’']t|also|always|often|never|then|now|not|both|either|\p{L}+ed|\p{L}+ly)$/iu;
/** Words that an adjective may follow. */
const beforeAdjective = /^(?:very|highly|be|is|are|being|truly|quite|more|most)$/i;
/** Verbs that suggestions open with; a hyphen made one phrase of what they replace. */
const opensWithVerb = /^(?:take|lead|make|drive|get|go)\s/i;

const grammarFaults: readonly Fault[] = [
  repeatsNeighbour,
  losesItsVerb,
  leavesPossessiveAlone,
  leavesPreposition,
  splitsNounPhrase,
  putsVerbBeforeNoun,
  putsPhraseBeforeNoun,
  joinsUnlikeParts,
  takesInfinitive,
  joinsAdjectiveToNouns,
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
  return place === undefined || ![...grammarFaults, ...senseFaults].some((isFault) => isFault(edit, place));
}

/** `A motivated and motivated baker`. */
function repeatsNeighbour({ before, after: suggestion, source }: Edit, around: Place): boolean {
  if (source === 'delete') return false;
  const content = (text: string) =>
    wordsOf(text.toLowerCase()).filter((one) => one.length > 2 && !isFunctionWord(one));
  const old = new Set(content(before));
  // A salesman beside sales is no new repetition when it becomes a salesperson.
  const stoodThere = (other: string) => [...old].some((one) => sameStem(one, other));
  const neighbours = [
    ...content(around.itemBefore),
    ...content(around.before).slice(-nearby),
    ...content(around.after).slice(0, nearby),
  ];
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

/** `He` becomes `They` alone only before a verb that agrees with both: a modal, a past, or an adverb on the way to one. */
function losesItsVerb({ before, after: suggestion }: Edit, { after }: Place): boolean {
  if (!/^s?he$/i.test(before) || !/^they$/i.test(suggestion)) return false;
  const next = /^\s+(\p{L}[\p{L}'’]*)/u.exec(after)?.[1];
  return next !== undefined && !agreesWithBoth.test(next);
}

/** `The oven is their.` */
function leavesPossessiveAlone(_: Edit, { last, after }: Place): boolean {
  return last === 'their' && /^\s*(?:$|[,;:)])/.test(after);
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
function putsPhraseBeforeNoun(_: Edit, { words, suggestion, last, lastReplaced, noun }: Place): boolean {
  if (noun === undefined || preposition.test(last) || last === lastReplaced) return false;
  // It stands for a pronoun, so what follows is a verb.
  if (/^this person$/i.test(suggestion)) return false;
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

/** `Knowledge of bread, cakes and technically skilled`: an adjective at the end of a list of nouns. */
function joinsAdjectiveToNouns(_: Edit, { before, suggestion, noun }: Place): boolean {
  if (noun !== undefined || !isAdjective(suggestion)) return false;
  return /\b(?:proficiency|knowledge|experience|skills|expertise)\s+(?:in|of|with)\b[^;:]*(?:\band|&)\s+$/i.test(
    before,
  );
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

/** `a calm, motivated and kind baker`: the noun comes after the list. */
function isListed(after: string): boolean {
  return /^(?:,|\s+and|\s+or)\s+(?:and\s+)?[\p{L}-]+(?:ive|ed|ful|ous|[ai]ble|[ae]nt|ic|ing|al|y)\b/iu.test(
    after,
  );
}
