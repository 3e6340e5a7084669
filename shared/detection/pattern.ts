import { type Form, inflections } from './inflection.ts';
import { normaliseWord } from './tokens.ts';

/**
 * A small notation for phrases, matched over tokens instead of characters, so that white space, line wraps, hyphens, case and
 * Unicode word borders need no thought, and no pattern can backtrack without bound:
 *
 * - `word` that word; `word~` any of its inflections; `self-starter~` joined, hyphenated or apart
 * - `(young|fresh new) team` alternatives; `word?` and `(…)?` may be absent
 * - `_` any one word; `_3` up to three words
 * - `,` `/` and other punctuation stand for themselves
 * - `{language}` a word of a named class; `{number}` a number, `{10+}` one of at least 10, `{10-24}` one between
 * - `\\(` `\\)` parentheses that stand in the text
 * - `^` the start of a sentence, `$` its end
 * - `be a [man]` marks only what stands in brackets; the rest is context
 */
export type Element =
  | { readonly kind: 'words'; readonly words: ReadonlyMap<string, Form>; readonly optional: boolean }
  | { readonly kind: 'any'; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly upTo: number }
  | { readonly kind: 'number'; readonly atLeast: number; readonly atMost: number; readonly optional: boolean }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** One way through a pattern: elements in order, and which of them the finding covers (`to` exclusive). */
export interface Variant {
  readonly elements: readonly Element[];
  readonly from: number;
  readonly to: number;
}

/** Named word classes; an entry may carry `~` for its inflections. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

/** A pattern that cannot be read, or that could take too long; the message names it and says what to change. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/** More ways than this through one pattern is refused: matching time stays proportional to the text. */
export const maximalWays = 4000;
const maximalVariants = 200;
const longestGap = 8;

type Marked = Element | 'open' | 'close';
type Fail = (why: string) => never;

/** Compiles a pattern to its variants. Throws `PatternError` naming the pattern and the place. */
export function compilePattern(pattern: string, classes: WordClasses): Variant[] {
  const lexemes =
    pattern.match(
      /\\[()]|[\p{L}\p{M}\d'’]+(?:-[\p{L}\p{M}\d]+)*~?|\{[^}]*\}|_\d?|[()[\]|?^$,/:;!&—-]|\S/gu,
    ) ?? [];
  let at = 0;
  const fail: Fail = (why) => {
    throw new PatternError(`Pattern "${pattern}": ${why}`);
  };

  const alternatives = (): Marked[][] => {
    const all = sequence();
    while (lexemes[at] === '|') {
      at += 1;
      all.push(...sequence());
    }
    return all;
  };

  const sequence = (): Marked[][] => {
    let ways: Marked[][] = [[]];
    while (at < lexemes.length && lexemes[at] !== ')' && lexemes[at] !== '|') {
      let next = term();
      if (lexemes[at] === '?') {
        at += 1;
        next = optional(next);
      }
      ways = ways.flatMap((way) => next.map((more) => [...way, ...more]));
      if (ways.length > maximalVariants) fail('too many alternatives; split it into several patterns.');
    }
    return ways;
  };

  const term = (): Marked[][] => {
    const lexeme = lexemes[at] ?? fail('ends too early.');
    at += 1;
    if (lexeme === '(') {
      const inside = mergeSingleWords(alternatives());
      if (lexemes[at] !== ')') fail('a "(" is not closed.');
      at += 1;
      return inside;
    }
    if (lexeme.startsWith('\\')) return wordSequences(lexeme.slice(1));
    if (lexeme === '[') return [['open']];
    if (lexeme === ']') return [['close']];
    if (lexeme === '^') return [[{ kind: 'start' }]];
    if (lexeme === '$') return [[{ kind: 'end' }]];
    if (lexeme === '_') return [[{ kind: 'any', optional: false }]];
    if (lexeme.startsWith('_'))
      return [[{ kind: 'gap', upTo: Math.min(Number(lexeme.slice(1)), longestGap) }]];
    if (lexeme.startsWith('{')) return [[classElement(lexeme.slice(1, -1), classes, fail)]];
    if (/^[)|?&]$/.test(lexeme)) return fail(`"${lexeme}" stands where a word was expected.`);
    return wordSequences(lexeme);
  };

  if (/\)\??-/.test(pattern)) fail('write hyphenated words in full, such as (self-made|man-made).');
  const variants = alternatives().flatMap((way) => withFirstWord(markSpan(way, fail)));
  if (at < lexemes.length) fail(`"${lexemes[at]}" has no partner.`);
  for (const variant of variants) guardVariant(variant, fail);
  return variants;
}

function optional(ways: Marked[][]): Marked[][] {
  const only = ways.length === 1 && ways[0]?.length === 1 ? ways[0][0] : undefined;
  if (only !== undefined && typeof only !== 'string' && 'optional' in only)
    return [[{ ...only, optional: true }]];
  return [...ways, []];
}

/** `(a|b|c)` of single words becomes one element, which matches by a table instead of one by one. */
function mergeSingleWords(ways: Marked[][]): Marked[][] {
  const merged = new Map<string, Form>();
  const rest: Marked[][] = [];
  for (const way of ways) {
    const only = way.length === 1 ? way[0] : undefined;
    if (only !== undefined && typeof only !== 'string' && only.kind === 'words' && !only.optional) {
      for (const [word, form] of only.words) if (!merged.has(word)) merged.set(word, form);
    } else rest.push(way);
  }
  return merged.size === 0 ? rest : [[{ kind: 'words', words: merged, optional: false }], ...rest];
}

function classElement(name: string, classes: WordClasses, fail: Fail): Element {
  const [, least, most] = /^(\d+)(?:\+|-(\d+))$/.exec(name) ?? [];
  if (name === 'number' || least !== undefined) {
    const atMost = most === undefined ? Number.POSITIVE_INFINITY : Number(most);
    return { kind: 'number', atLeast: Number(least ?? 0), atMost, optional: false };
  }
  const words =
    classes[name] ?? fail(`there is no class {${name}}; there are ${Object.keys(classes).join(', ')}.`);
  return { kind: 'words', words: new Map(words.flatMap((word) => [...formsOf(word)])), optional: false };
}

function formsOf(word: string): ReadonlyMap<string, Form> {
  if (!word.endsWith('~')) return new Map([[normalised(word), 'base']]);
  return inflections(normalised(word.slice(0, -1)));
}

function normalised(word: string): string {
  return normaliseWord(word)
    .replaceAll('’', "'")
    .replace(/(?<!^(?:he|she|it|that))'s$/, '');
}

/** A hyphenated word is found apart and joined; its last part carries the inflection. */
function wordSequences(lexeme: string): Marked[][] {
  const element = (word: string): Element => ({ kind: 'words', words: formsOf(word), optional: false });
  const apart = lexeme.length > 1 ? lexeme.split('-') : [lexeme];
  return apart.length === 1 ? [[element(lexeme)]] : [apart.map(element), [element(apart.join(''))]];
}

function markSpan(way: readonly Marked[], fail: Fail): Variant {
  const elements = way.filter((element): element is Element => typeof element !== 'string');
  const open = way.indexOf('open');
  const close = way.indexOf('close');
  if (open === -1 && close === -1) return { elements, from: 0, to: elements.length };
  if (open === -1 || close < open) fail('needs one "[" before one "]".');
  return { elements, from: open, to: close - 1 };
}

/** The first word is what the matcher looks up, so a leading optional word becomes two variants: with it and without it. */
function withFirstWord({ elements, from, to }: Variant): Variant[] {
  const index = elements.findIndex((element) => element.kind !== 'start');
  const first = elements[index];
  if (!first || !('optional' in first) || !first.optional) return [{ elements, from, to }];
  const required: Variant = { elements: elements.with(index, { ...first, optional: false }), from, to };
  const without = elements.toSpliced(index, 1);
  return [
    required,
    ...withFirstWord({ elements: without, from: Math.max(0, from > index ? from - 1 : from), to: to - 1 }),
  ];
}

function guardVariant({ elements, from, to }: Variant, fail: Fail): void {
  if (from >= to) fail('marks nothing.');
  const first = elements.find((element) => element.kind !== 'start');
  if (!first || (first.kind !== 'words' && first.kind !== 'number') || first.optional) {
    fail('must begin with a word, a class or a number that is always there.');
  }
  let ways = 1;
  for (const element of elements) {
    if (element.kind === 'gap') ways *= element.upTo + 1;
    else if ('optional' in element && element.optional) ways *= 2;
  }
  if (ways > maximalWays)
    fail(`could be tried in ${ways} ways, over ${maximalWays}; use fewer gaps and optional words.`);
}
