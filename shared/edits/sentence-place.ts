import type { Edit } from '../protocol/edit.ts';
import { isFunctionWord } from './function-word.ts';

/** A suggestion and what stands around it on its line and in its sentence. */
export interface Place {
  readonly before: string;
  readonly after: string;
  /** The line before where it is a short item of a list; else empty. */
  readonly itemBefore: string;
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
export type Fault = (edit: Edit, place: Place) => boolean;

const word = /[\p{L}\d][\p{L}\d'’]*/gu;
const reach = 240;
/** Words of an item that are read together with the next. */
const shortItem = 3;
export const participle = /(?:ing|ed|ly)$/i;
const afterNoun =
  /^(?:ready|able|willing|eager|wanted|needed|sought|welcome|plus|available|interested|whose|like|no|please)$/i;
const adjective = /(?:ive|ed|ful|ous|[ai]ble|(?<!m)ent|-level|steady|clear|leading|disabled)$/i;
const nounLikeAdjective =
  /^(?:initiative|executive|representative|student|talent|agent|client|parent|patient|perspective)$/i;

export const wordsOf = (text: string) => text.match(word) ?? [];

/** Nothing where the suggestion has no word: a deletion. */
export function placeOf(text: string, edit: Edit): Place | undefined {
  const left = text.slice(Math.max(0, edit.start - reach), edit.start);
  const after = /^[^\n.!?]*/.exec(text.slice(edit.end, edit.end + reach))?.[0] ?? '';
  const suggestion = edit.after.replace(/^(?:an?|the)\s+/i, '').trim();
  const words = wordsOf(suggestion);
  const last = words.at(-1)?.toLowerCase();
  if (last === undefined) return undefined;
  return {
    before: left.slice(left.search(/[^\n.!?]*$/)),
    after,
    itemBefore: listItemBefore(left),
    noun: nounIn(after),
    suggestion,
    words,
    last,
    lastReplaced: wordsOf(edit.before).at(-1)?.toLowerCase() ?? '',
  };
}

function listItemBefore(left: string): string {
  const line = left.split('\n').at(-2) ?? '';
  return wordsOf(line).length <= shortItem ? line : '';
}

function nounIn(after: string): string | undefined {
  const next = /^[^\S\n]+(?:[-–/]\s*)?([\p{L}\d][\p{L}\d'’-]*)/u.exec(after)?.[1];
  if (next === undefined || isFunctionWord(next) || afterNoun.test(next)) return undefined;
  return participle.test(next) ? undefined : next;
}

export function isAdjective(suggestion: string): boolean {
  const last = suggestion.split(/\s+/).at(-1) ?? '';
  return adjective.test(last) && !nounLikeAdjective.test(last);
}
