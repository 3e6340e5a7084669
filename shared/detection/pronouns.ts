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

const unchanging = new Set(
  'will would can could may might must should shall also always never often then to and or who'.split(' '),
);

/** Words after "her" that show it to be an object ("contact her if") and not a possessive ("her experience"). */
const afterObject = new Set(
  'to if when while as and or for in on at by with about before after directly today now via from'.split(' '),
);

/** Singular "they" with its verb in agreement; the span grows over the verb when that must change. */
export function pronounReplacement({ sentence, tokens, first, last }: Place): Fitted | undefined {
  const pronoun = tokens[first];
  if (!pronoun) return undefined;
  const joined = tokens.slice(first, last + 1).map(({ word }) => word);
  const start = pronoun.start;
  const end = tokens[last]?.end ?? pronoun.end;
  const next = tokens[last + 1];
  const base = joined.find((word) => word in neutral || word === 'her') ?? 'he';
  const replacement = base === 'her' ? replaceHer(next?.word) : (neutral[base] ?? 'they');
  const written = sentence.slice(start, end);
  const cased = /^\p{Lu}/u.test(written) ? capitalise(replacement) : replacement;

  const verb = replacement === 'they' && next && !next.punctuation ? agreeingVerb(next.word) : undefined;
  if (verb === undefined || verb === next?.word) return { start, end, suggestions: [cased] };
  return { start, end: next?.end ?? end, suggestions: [`${cased} ${verb}`] };
}

function replaceHer(next: string | undefined): string {
  return next === undefined || /^\W/.test(next) || afterObject.has(next) ? 'them' : 'their';
}

function agreeingVerb(verb: string): string | undefined {
  const known = agreeing[verb];
  if (known !== undefined || unchanging.has(verb) || !/[a-z]s$/.test(verb) || verb.endsWith('ss'))
    return known;
  if (/(?:ss|x|z|ch|sh|o)es$/.test(verb)) return verb.slice(0, -2);
  return verb.endsWith('ies') ? `${verb.slice(0, -3)}y` : verb.slice(0, -1);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
