import type { FactKind } from '../../protocol/edit.ts';
import type { LocatedFact } from './located-fact.ts';

type Classes = Readonly<Record<string, RegExp>>;

/**
 * How binding a sentence is. Words of one class may replace each other (`must`, `have to`, `required`); a change of class
 * changes the fact. RFC 2119 orders the same words the same way. `will` only describes and has no class.
 */
const modals: Classes = {
  must: /\b(?:must(?:[\s-]haves?)?|ha(?:ve|s) to|obliged to|obligat(?:ed|ion)|insists? on|needs?(?: to)?|needed|requires?|required|requirements?|mandatory|essential|compulsory|necessary|non-negotiable|vital|obligatory|imperative|indispensable|shall|at least|minimum(?: of)?|without exception|a condition|(?:is|are) (?:\w+ )?expected(?: to)?|be expected to|crucial|(?:is|are) to be)\b/gi,
  should:
    /\b(?:should|ought to|(?:strongly )?preferred|preferably|prefer(?:s|ence)?|desirable|desired|ideally|ideal|(?:an |big )?advantage(?:ous)?|(?:a|an|big|strong) (?:plus|bonus|asset)|nice[\s-]to[\s-]haves?|recommended|welcome|beneficial|helpful|handy|useful|encouraged to|requested)\b/gi,
  may: /\b(?:may|might|can|could|possibl[ey]|free to|if you (?:like|wish|want)|perhaps|permitted|allowed)\b/gi,
  optional: /\b(?:optional(?:ly)?|voluntary|at your discretion)\b/gi,
  promise: /\bguarantee(?:d|s)?\b/gi,
  always: /\b(?:always|constantly|at all times|every time)\b/gi,
  sometimes: /\b(?:sometimes|occasional(?:ly)?|from time to time)\b/gi,
};

const negations: Classes = {
  cannot: /\b(?:can(?:not|['’]t| not)|unable to)\b/gi,
  not: /\b(?:not|nor|neither|never|no|none|nothing|nobody|nowhere|without|except(?:ing)?|excluding|unless|hardly|rarely|seldom|barely|instead of|rather than|other than|zero|lacks?|lacking|refuses?)\b|(?<=\w)n['’]t\b/gi,
  prefix:
    /\b(?:non-?(?=\w)|(?:un|in|im|ir|dis|ill)-?(?=(?:able|accessible|eligible|available|limited|restricted|necessary|possible|qualified|paid|supervised|accompanied|regular|flexible|secure|suitable|willing|attended|skilled|capable|complete|permanent|formal|direct|legal)\b))/gi,
  free: /(?<=\w)-free\b/gi,
  prone: /(?<=\w)-prone\b/gi,
  prohibited: /\b(?:prohibited|forbidden|banned|disallowed|ineligible)\b/gi,
  few: /\b(?:few|little|fewer)\b(?!\s+(?:bit|things))/gi,
  only: /\b(?:only|exclusively|solely)\b/gi,
};

function locate(line: string, kind: FactKind, classes: Classes): LocatedFact[] {
  return Object.entries(classes).flatMap(([value, pattern]) =>
    Array.from(line.matchAll(pattern), (match) => ({
      kind,
      text: match[0],
      value,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** Modal strength: duty, wish, permission, option, promise, and how often. */
export const findModals = (line: string): LocatedFact[] => locate(line, 'modal', modals);

/** Negations by word, by contraction and by prefix, and what limits a statement. */
export const findNegations = (line: string): LocatedFact[] => locate(line, 'negation', negations);
