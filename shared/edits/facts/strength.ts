import type { LocatedFact } from './located-fact.ts';

/**
 * How binding a sentence is. Words of one class may replace each other (`must`, `have to`, `required`); a change of class
 * is a change of fact. RFC 2119 orders the same words the same way.
 */
const modalClasses: Record<string, RegExp> = {
  must: /\b(?:must(?:[\s-]have)?|(?:is|are) (?:a )?musts?|ha(?:ve|s) to|need(?:s|ed)?(?: to)?|requires?|required|requirements?|mandatory|essential|compulsory|necessary|non-negotiable|vital|obligatory|shall|at least|minimum(?: of)?|without exception)\b/gi,
  should:
    /\b(?:should|ought to|preferred|preferably|prefer(?:s|ence)?|desirable|desired|ideally|ideal|advantage(?:ous)?|(?:a|an|big|strong) (?:plus|bonus|asset)|nice[\s-]to[\s-]have|recommended|welcome|beneficial)\b/gi,
  may: /\b(?:may|might|can|could|optional(?:ly)?|possibl[ey]|at your discretion|if you (?:like|wish|want)|perhaps)\b/gi,
  will: /\b(?:will|would|guaranteed?)\b|(?<=\w)['’]ll\b/gi,
};

const negations: readonly [RegExp, string][] = [
  [
    /\b(?:do not|don['’]t) hesitate to\b|\bnot only\b|\bno later than\b|\bwhether or not\b|\bif not\b|\bno doubt\b/gi,
    '',
  ],
  [/\bcan(?:not|['’]t| not)\b|\bunable to\b/gi, 'cannot'],
  [
    /\b(?:not|nor|neither|never|no|none|nothing|nobody|nowhere|without|except|excluding|unless|hardly|rarely|seldom|barely|instead of|rather than|other than|zero)\b|(?<=\w)n['’]t\b/gi,
    'not',
  ],
  [/\bnon-?(?=\w)/gi, 'non'],
  [
    /\b(?:un|in|im|dis)(?:able|eligible|available|limited|restricted|necessary|possible|qualified|paid|supervised|accompanied)\b/gi,
    'un',
  ],
  [/\b(?:only|exclusively|solely)\b/gi, 'only'],
];

function locate(line: string, pattern: RegExp, kind: 'modal' | 'negation', value: string): LocatedFact[] {
  return Array.from(line.matchAll(pattern), (match) => ({
    kind,
    text: match[0],
    value,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Modal strength: must, should, may, will. */
export function findModals(line: string): LocatedFact[] {
  return Object.entries(modalClasses).flatMap(([strength, pattern]) =>
    locate(line, pattern, 'modal', strength),
  );
}

/** Negations; idioms that look negative and are not (`do not hesitate`) shield what they cover. */
export function findNegations(line: string): LocatedFact[] {
  return negations.flatMap(([pattern, value]) => locate(line, pattern, 'negation', value));
}
