import type { Fitted, Place } from './place.ts';

const neutral: Readonly<Record<string, string>> = {
  he: 'they',
  she: 'they',
  him: 'them',
  his: 'their',
  hers: 'theirs',
  himself: 'themself',
  herself: 'themself',
  "he's": "they're",
  "she's": "they're",
  "he'll": "they'll",
  "she'll": "they'll",
  "he'd": "they'd",
  "she'd": "they'd",
};

const agreeing: Readonly<Record<string, string>> = {
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
  "isn't": "aren't",
  "doesn't": "don't",
  "hasn't": "haven't",
};

/** Words that may stand between a subject and its verb. */
const between =
  /^(?:also|always|never|often|then|now|both|either|first|usually|still|just|even|not|sometimes|thus|only|\p{L}+ly)$/u;
const auxiliary = /^(?:is|was|has|does|isn't|doesn't|hasn't|wasn't)$/;
const joins = /^(?:and|or|but|,|\/)$/;
const third = /(?:[^su'’]s|['’]s)$/u;

/** Words after "her" that show it to be an object ("contact her if") and not a possessive ("her experience"). */
const afterObject = new Set(
  'to if when while as and or for in on at by with about before after directly today now via from'.split(' '),
);

/**
 * Singular "they" with its verb in agreement; the span grows over the verb when that must change. Where further verbs or a question
 * would have to agree too, "this person", which needs no change.
 */
export function pronounReplacement({ sentence, tokens, first, last }: Place): Fitted | undefined {
  const pronoun = tokens[first];
  if (!pronoun) return undefined;
  const joined = tokens.slice(first, last + 1).map(({ word }) => word);
  const start = pronoun.start;
  const end = tokens[last]?.end ?? pronoun.end;
  const next = tokens[last + 1];
  // `him/herself` is reflexive as a whole.
  const base =
    joined.find((word) => word.endsWith('self')) ??
    joined.find((word) => word in neutral || word === 'her') ??
    'he';
  const replacement = base === 'her' ? replaceHer(next?.word) : (neutral[base] ?? 'they');
  const written = sentence.slice(start, end);
  const cased = /^\p{Lu}/u.test(written) ? capitalise(replacement) : replacement;

  if (replacement !== 'they') return { start, end, suggestions: [cased] };
  const follows = tokens.findIndex(({ word }, index) => index > last && !between.test(word));
  const verb = tokens[follows];
  const agreeing = verb && !verb.punctuation ? agreeingVerb(verb.word) : undefined;
  if (auxiliary.test(tokens[first - 1]?.word ?? '') || verbsFollow(tokens, follows))
    return { start, end, suggestions: [cased === replacement ? 'this person' : 'This person'] };
  if (agreeing === undefined || !verb) return { start, end, suggestions: [cased] };
  return { start, end: verb.end, suggestions: [`${cased}${sentence.slice(end, verb.start)}${agreeing}`] };
}

/** Whether a later word may be another verb of the same subject: `works here and often travels`, unknown from a plural. */
function verbsFollow(tokens: Place['tokens'], from: number): boolean {
  return tokens.some(({ word }, index) => {
    if (index <= from || !third.test(word)) return false;
    let before = index - 1;
    while (before > from && between.test(tokens[before]?.word ?? '')) before -= 1;
    return before > from && joins.test(tokens[before]?.word ?? '');
  });
}

function replaceHer(next: string | undefined): string {
  return next === undefined || /^\W/.test(next) || afterObject.has(next) ? 'them' : 'their';
}

function agreeingVerb(verb: string): string | undefined {
  const known = agreeing[verb];
  if (known !== undefined || !/[a-z]s$/.test(verb) || verb.endsWith('ss')) return known;
  if (/(?:ss|x|z|ch|sh|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('ies') ? `${verb.slice(0, -3)}y` : verb.slice(0, -1);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
