import type { Form } from '../detection/inflection.ts';
import { isQuoted } from '../detection/quotation.ts';
import type { EquivalentGroup } from '../lexicon/equivalent-group.ts';
import { isFunctionWord } from './function-word.ts';

/** Where a wording was found in a sentence. */
export interface FoundWording {
  readonly group: EquivalentGroup;
  readonly form: Form;
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the wording has, in this place, the sense that its group means. Leaves it alone where that cannot be told. */
export function hasSense(found: FoundWording): boolean {
  const { group, sentence, start, end } = found;
  const before = sentence.slice(0, start);
  const rest = sentence.slice(end);
  if (!standsApart(before, rest) || isQuoted(sentence, start, end)) return false;
  if (!isRunningText(sentence.slice(start, end), before, rest)) return false;
  if (group.followedBy && !group.followedBy.test(rest)) return false;
  if (group.notFollowedBy?.test(rest)) return false;
  if (group.precededBy && !group.precededBy.test(before)) return false;
  if (group.notPrecededBy?.test(before)) return false;
  return uses[group.use](found, before, rest);
}

/** White space or punctuation on both sides: no part of an address, a path or a compound. */
function standsApart(before: string, rest: string): boolean {
  return /(?:^|[\s(])$/u.test(before) && /^(?:$|\s|[.,;:!?)]+(?:\s|$))/u.test(rest);
}

/** No name, no title, no heading: small letters, but for the first of a sentence that goes on in small letters. */
function isRunningText(wording: string, before: string, rest: string): boolean {
  if (wording === wording.toLowerCase()) return true;
  if (/\p{Lu}/u.test(wording.slice(1)) || /[\p{L}\d]/u.test(before)) return false;
  return /^,?\s\(?[\p{Ll}\d]/u.test(rest);
}

const uses: Readonly<
  Record<EquivalentGroup['use'], (found: FoundWording, before: string, rest: string) => boolean>
> = {
  verb: isVerb,
  noun: isNoun,
  adjective: (_, __, rest) => /^(?:,|\s\p{L})/u.test(rest),
  phrase: () => true,
};

const opensSentence = /^[^\p{L}\d]*$/u;
/** After these a verb in its base form comes. */
const beforeBase =
  /(?:^|[\s(])(?:to|will|would|can|could|may|might|must|shall|should|you|we|they|please|not|helps?|\p{L}{3,}ly)\s$/iu;
const joint = /(?:[,;:/&]|\b(?:and|or))\s$/iu;
const determiner =
  /(?:^|[\s(])(?:an?|the|this|that|these|those|our|my|your|their|its|his|her|all|any|each|every|some|no|both|other)\s$/iu;
const preposition = /(?:^|[\s(])(?:of|in|on|for|with|from|by|at|as|than)\s$/iu;
const perfect = /(?:^|[\s(])(?:have|has|had|having|[’']ve)\s$/iu;
const opensObject =
  /^\s(?:an?|the|this|that|these|those|our|my|your|their|its|all|any|each|every|some|both|other|several|many|multiple|various|new|more|such|different)\s/iu;
/** Verbs that are nouns too, in the base form and with -s: `support`, `answers`. */
const alsoNoun = new Set(
  `help support use leverage work study review answer reply purchase check lead head run raise increase cut deal address track monitor
  contact welcome train coach guide mentor start finish show produce share fix aim count look search like focus`.split(
    /\s+/,
  ),
);
const alsoNounInIng = new Set('train coach teach mentor build lead run meet purchase'.split(' '));

function isVerb({ form, sentence, start, end }: FoundWording, before: string, rest: string): boolean {
  const [first = ''] = sentence.slice(start, end).toLowerCase().split(/\s/u);
  const isOneOf = (words: ReadonlySet<string>, ending: RegExp) => {
    const bare = first.replace(ending, '');
    return [first, bare, `${bare}e`, bare.slice(0, -1), bare.replace(/i$/u, 'y')].some((one) =>
      words.has(one),
    );
  };
  const object = opensObject.test(rest);
  switch (form) {
    case 'base':
      if (opensSentence.test(before) || beforeBase.test(before)) return true;
      return joint.test(before) && (object || !isOneOf(alsoNoun, /$/u));
    case 's':
      if (determiner.test(before) || preposition.test(before)) return false;
      return opensSentence.test(before) || object || !isOneOf(alsoNoun, /(?:es|s)$/u);
    case 'ing':
      if (determiner.test(before) || (/ly\s$/iu.test(before) && !object)) return false;
      return object || !isOneOf(alsoNounInIng, /ing$/u);
    case 'ed':
      return perfect.test(before);
  }
}

function isNoun({ group, sentence, start, end }: FoundWording, before: string, rest: string): boolean {
  if (beforeBase.test(before) && !/ly\s$/iu.test(before)) return false;
  if (group.followedBy || /\s(?:to|of|in|for)$/iu.test(sentence.slice(start, end))) return true;
  const following = /^\s+([\p{L}'’-]+)/u.exec(rest)?.[1];
  return following === undefined ? /^(?:$|[.,;:!?)])/u.test(rest) : isFunctionWord(following);
}
