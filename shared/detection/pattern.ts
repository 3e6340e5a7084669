import { type Form, inflections } from './inflection.ts';
import {
  PatternError,
  type PatternSyntax,
  parsePattern,
  type Sequence,
  type Term,
} from './pattern-syntax.ts';
import { normaliseWord } from './tokens.ts';

/** What one token, or a run of them, must be. */
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

/** More ways than this through one pattern is refused: matching time stays proportional to the text. */
export const maximalWays = 4000;
const maximalVariants = 200;

type Marked = Element | 'open' | 'close';
type Fail = (why: string) => never;

/** Compiles a pattern, in the notation of `pattern-syntax.ts`, to its variants. Throws `PatternError` naming the pattern. */
export function compilePattern(pattern: string | PatternSyntax, classes: WordClasses): Variant[] {
  const syntax = typeof pattern === 'string' ? parsePattern(pattern) : pattern;
  const fail: Fail = (why) => {
    throw PatternError.in(syntax.pattern, why);
  };

  const wayThrough = (sequence: Sequence): Marked[][] => {
    let ways: Marked[][] = [[]];
    for (const item of sequence) {
      const next = item.optional ? optional(waysOf(item.term)) : waysOf(item.term);
      ways = ways.flatMap((way) => next.map((more) => [...way, ...more]));
      if (ways.length > maximalVariants) fail('too many alternatives; split it into several patterns.');
    }
    return ways;
  };

  const waysOf = (term: Term): Marked[][] => {
    switch (term.kind) {
      case 'word':
        return wordSequences(term.text);
      case 'class':
        return [[classElement(term.name, classes, fail)]];
      case 'group':
        return mergeSingleWords(term.ways.flatMap(wayThrough));
      case 'any':
        return [[{ kind: 'any', optional: false }]];
      case 'gap':
        return [[term]];
      case 'start':
      case 'end':
        return [[{ kind: term.kind }]];
      case 'open':
      case 'close':
        return [[term.kind]];
    }
  };

  const variants = syntax.ways.flatMap(wayThrough).flatMap((way) => withFirstWord(markSpan(way, fail)));
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
  if (isNumberClass(name)) {
    const [, least, most] = /^(\d+)(?:\+|-(\d+))$/.exec(name) ?? [];
    const atMost = most === undefined ? Number.POSITIVE_INFINITY : Number(most);
    return { kind: 'number', atLeast: Number(least ?? 0), atMost, optional: false };
  }
  const words =
    classes[name] ?? fail(`there is no class {${name}}; there are ${Object.keys(classes).join(', ')}.`);
  return { kind: 'words', words: new Map(words.flatMap((word) => [...formsOf(word)])), optional: false };
}

/** Whether a class stands for numbers instead of words. */
export function isNumberClass(name: string): boolean {
  return name === 'number' || /^\d+(?:\+|-\d+)$/.test(name);
}

/** The spellings that an entry of a class, or a word of a pattern without hyphens, stands for. */
export function formsOf(word: string): ReadonlyMap<string, Form> {
  if (!word.endsWith('~')) return new Map([[normalised(word), 'base']]);
  return inflections(normalised(word.slice(0, -1)));
}

function normalised(word: string): string {
  return normaliseWord(word)
    .replaceAll('’', "'")
    .replace(/(?<!^(?:he|she|it|that))'s$/, '');
}

function wordSequences(text: string): Marked[][] {
  const element = (word: string): Element => ({ kind: 'words', words: formsOf(word), optional: false });
  return spellingsApartAndJoined(text).map((words) => words.map(element));
}

/** A hyphenated word is found apart and joined; its last part carries the inflection. */
export function spellingsApartAndJoined(text: string): readonly (readonly string[])[] {
  const apart = text.length > 1 ? text.split('-') : [text];
  return apart.length === 1 ? [apart] : [apart, [apart.join('')]];
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
