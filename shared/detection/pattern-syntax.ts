/**
 * A small notation for phrases, matched over tokens instead of characters, so that white space, line wraps, hyphens, case and
 * Unicode word borders need no thought, and no pattern can backtrack without bound:
 *
 * - `word` that word; `word~` any of its inflections; `self-starter~` joined, hyphenated or apart
 * - `(young|fresh new) team` alternatives; `word?` and `(…)?` may be absent
 * - `_` any one word; `_3` up to three words
 * - `,` `/` and other punctuation stand for themselves
 * - `{language}` a word of a named class; `{number}` a number, `{10+}` one of at least 10, `{10-24}` one between
 * - `\\(` `\\)` `\\|` parentheses and bars that stand in the text
 * - `^` the start of a sentence, `$` its end
 * - `be a [man]` marks only what stands in brackets; the rest is context
 */
export type Term =
  /** May carry `~` and hyphens. */
  | { readonly kind: 'word'; readonly text: string }
  /** What stood in braces: the name of a class, `number`, or a range of numbers. */
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'group'; readonly ways: readonly Sequence[] }
  | { readonly kind: 'gap'; readonly upTo: number }
  | { readonly kind: 'any' | 'start' | 'end' | 'open' | 'close' };

export interface Item {
  readonly term: Term;
  readonly optional: boolean;
}

export type Sequence = readonly Item[];

/** A pattern as it is written: alternatives of sequences. */
export interface PatternSyntax {
  readonly pattern: string;
  readonly ways: readonly Sequence[];
}

/** A pattern that cannot be read, or that could take too long; the message names it and says what to change. */
export class PatternError extends Error {
  override readonly name = 'PatternError';

  static in(pattern: string, why: string): PatternError {
    return new PatternError(`Pattern "${pattern}": ${why}`);
  }
}

const longestGap = 8;
const marks: Readonly<Record<string, Term>> = {
  '[': { kind: 'open' },
  ']': { kind: 'close' },
  '^': { kind: 'start' },
  $: { kind: 'end' },
  _: { kind: 'any' },
};

/** Reads a pattern. Throws `PatternError` naming the pattern and the place. */
export function parsePattern(pattern: string): PatternSyntax {
  const lexemes =
    pattern.match(
      /\\[()|]|[\p{L}\p{M}\d'’]+(?:-[\p{L}\p{M}\d]+)*~?|\{[^}]*\}|_\d?|[()[\]|?^$,/:;!&—-]|\S/gu,
    ) ?? [];
  let at = 0;
  const fail = (why: string): never => {
    throw PatternError.in(pattern, why);
  };

  const alternatives = (): Sequence[] => {
    const all = [sequence()];
    while (lexemes[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    return all;
  };

  const sequence = (): Sequence => {
    const items: Item[] = [];
    while (at < lexemes.length && lexemes[at] !== ')' && lexemes[at] !== '|') {
      const next = term();
      const optional = lexemes[at] === '?';
      if (optional) at += 1;
      items.push({ term: next, optional });
    }
    return items;
  };

  const term = (): Term => {
    const lexeme = lexemes[at] ?? fail('ends too early.');
    at += 1;
    if (lexeme === '(') {
      const ways = alternatives();
      if (lexemes[at] !== ')') fail('a "(" is not closed.');
      at += 1;
      return { kind: 'group', ways };
    }
    if (lexeme.startsWith('\\')) return { kind: 'word', text: lexeme.slice(1) };
    const mark = marks[lexeme];
    if (mark) return mark;
    if (lexeme.startsWith('_')) return { kind: 'gap', upTo: Math.min(Number(lexeme.slice(1)), longestGap) };
    if (lexeme.startsWith('{')) return { kind: 'class', name: lexeme.slice(1, -1) };
    if (/^[)|?&]$/.test(lexeme)) return fail(`"${lexeme}" stands where a word was expected.`);
    return { kind: 'word', text: lexeme };
  };

  if (/\)\??-/.test(pattern)) fail('write hyphenated words in full, such as (self-made|man-made).');
  const ways = alternatives();
  if (at < lexemes.length) fail(`"${lexemes[at]}" has no partner.`);
  return { pattern, ways };
}
