import type { Form } from './inflection.ts';
import type { Element, Variant } from './pattern.ts';
import type { Token } from './tokens.ts';

/** A place where a pattern of `owner` stands. Token positions; `last` is inclusive. */
export interface Match<Owner> {
  readonly owner: Owner;
  /** What the finding covers. */
  readonly first: number;
  readonly last: number;
  /** Form of the last inflected word covered, so that a suggestion can take the same. */
  readonly form: Form;
}

interface Entry<Owner> {
  readonly owner: Owner;
  readonly variant: Variant;
}

/** Finds every pattern of every owner in one pass: the first word of each variant is looked up in a table. */
export class Matcher<Owner> {
  readonly #byWord = new Map<string, Entry<Owner>[]>();
  readonly #byNumber: Entry<Owner>[] = [];

  add(owner: Owner, variants: readonly Variant[]): void {
    for (const variant of variants) {
      const first = variant.elements.find((element) => element.kind !== 'start');
      if (first?.kind === 'number') this.#byNumber.push({ owner, variant });
      if (first?.kind !== 'words') continue;
      for (const word of first.words.keys()) {
        const entries = this.#byWord.get(word);
        if (entries) entries.push({ owner, variant });
        else this.#byWord.set(word, [{ owner, variant }]);
      }
    }
  }

  match(tokens: readonly Token[]): Match<Owner>[] {
    const matches: Match<Owner>[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as Token;
      const entries = this.#byWord.get(token.word);
      if (entries) collect(entries, tokens, at, matches);
      if (token.value !== undefined) collect(this.#byNumber, tokens, at, matches);
    }
    return matches;
  }
}

function collect<Owner>(
  entries: readonly Entry<Owner>[],
  tokens: readonly Token[],
  at: number,
  matches: Match<Owner>[],
): void {
  for (const { owner, variant } of entries) {
    const ends: number[] = [];
    if (!matchFrom(variant.elements, 0, tokens, at, ends)) continue;
    const first = variant.from === 0 ? at : (ends[variant.from - 1] as number);
    const last = (ends[variant.to - 1] as number) - 1;
    if (last < first) continue;
    matches.push({ owner, first, last, form: formOf(variant, tokens, ends) });
  }
}

/** Depth-first and greedy; `ends[i]` becomes the token position after element i. Ways are bounded at compile time. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  at: number,
  ends: number[],
): boolean {
  const element = elements[index];
  if (!element) return true;
  const proceed = (next: number) => {
    ends[index] = next;
    return matchFrom(elements, index + 1, tokens, next, ends);
  };
  if (element.kind === 'start') return at === 0 && proceed(at);
  if (element.kind === 'end') return endsSentence(tokens, at) && proceed(at);
  if (element.kind === 'gap') {
    for (let taken = 0; taken <= element.upTo; taken += 1) {
      if (taken > 0 && !fillsGap(tokens[at + taken - 1])) return false;
      if (proceed(at + taken)) return true;
    }
    return false;
  }
  if (accepts(element, tokens[at]) && proceed(at + 1)) return true;
  return element.optional && proceed(at);
}

function accepts(element: Exclude<Element, { kind: 'gap' | 'start' | 'end' }>, token?: Token): boolean {
  if (!token) return false;
  if (element.kind === 'words') return element.words.has(token.word);
  if (element.kind === 'number') return token.value !== undefined && token.value >= element.atLeast;
  return !token.punctuation;
}

function fillsGap(token?: Token): boolean {
  return token !== undefined && (!token.punctuation || token.word === ',' || token.word === '/');
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || (next.punctuation && at === tokens.length - 1);
}

function formOf(variant: Variant, tokens: readonly Token[], ends: readonly number[]): Form {
  for (let index = variant.to - 1; index >= variant.from; index -= 1) {
    const element = variant.elements[index];
    if (element?.kind !== 'words' || element.words.size === 1) continue;
    const form = element.words.get(tokens[(ends[index] as number) - 1]?.word ?? '');
    if (form !== undefined && form !== 'base') return form;
  }
  return 'base';
}
