import { commonestWords, frequentWords } from './frequent-words.ts';
import type { Form } from './inflection.ts';
import type { Element, Variant } from './pattern.ts';
import type { TellingWords } from './telling-words.ts';
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
  /** Tokens between the start of the match and the word that it is looked up by. */
  readonly offset: number;
  /** How many patterns were added before. */
  readonly order: number;
}

/** A pattern that is compiled once a text has one of its telling words. */
interface Waiting<Owner> {
  readonly owner: Owner;
  readonly order: number;
  compile: (() => readonly Variant[]) | undefined;
}

/** Finds every pattern of every owner in one pass: one telling word of each variant is looked up in a table. */
export class Matcher<Owner> {
  readonly #byWord = new Map<string, Entry<Owner>[]>();
  readonly #byNumber: Entry<Owner>[] = [];
  readonly #waitingForWord = new Map<string, Waiting<Owner>[]>();
  #waitingForNumber: Waiting<Owner>[] = [];
  #patterns = 0;

  add(owner: Owner, variants: readonly Variant[]): void {
    this.#enter(owner, variants, this.#patterns++);
  }

  /** As `add`, but most patterns are of no use to most texts: compiling waits for a text with a telling word. */
  addLater(owner: Owner, telling: TellingWords, compile: () => readonly Variant[]): void {
    const waiting = { owner, order: this.#patterns++, compile };
    for (const word of telling.words) listUnder(this.#waitingForWord, word).push(waiting);
    if (telling.number) this.#waitingForNumber.push(waiting);
  }

  match(tokens: readonly Token[]): Match<Owner>[] {
    for (const { word, value } of tokens) this.#compileFor(word, value);
    const matches: Match<Owner>[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as Token;
      const entries = this.#byWord.get(token.word);
      if (entries) collect(entries, tokens, at, matches);
      if (token.value !== undefined) collect(this.#byNumber, tokens, at, matches);
    }
    return matches;
  }

  #compileFor(word: string, value: number | undefined): void {
    const waiting = this.#waitingForWord.get(word);
    if (waiting) {
      this.#waitingForWord.delete(word);
      for (const pattern of waiting) this.#compile(pattern);
    }
    if (value === undefined || this.#waitingForNumber.length === 0) return;
    for (const pattern of this.#waitingForNumber) this.#compile(pattern);
    this.#waitingForNumber = [];
  }

  #compile(pattern: Waiting<Owner>): void {
    const { owner, order, compile } = pattern;
    // Another of its words was seen before.
    if (!compile) return;
    pattern.compile = undefined;
    this.#enter(owner, compile(), order);
  }

  #enter(owner: Owner, variants: readonly Variant[], order: number): void {
    for (const variant of variants) {
      const { element, offset } = anchorOf(variant.elements);
      const entry = { owner, variant, offset, order };
      if (element?.kind === 'number') insert(this.#byNumber, entry);
      if (element?.kind !== 'words') continue;
      for (const word of element.words.keys()) insert(listUnder(this.#byWord, word), entry);
    }
  }
}

function listUnder<Value>(lists: Map<string, Value[]>, word: string): Value[] {
  const list = lists.get(word) ?? [];
  if (list.length === 0) lists.set(word, list);
  return list;
}

/** Matches come in the order in which the patterns were added, whenever they were compiled. */
function insert<Owner>(entries: Entry<Owner>[], entry: Entry<Owner>): void {
  const before = entries.findLastIndex(({ order }) => order <= entry.order);
  entries.splice(before + 1, 0, entry);
}

/** The least frequent of the elements that stand at a fixed distance from the start. */
function anchorOf(elements: readonly Element[]): { element: Element | undefined; offset: number } {
  let best: { element: Element | undefined; offset: number } = { element: undefined, offset: 0 };
  let bestCost = Number.POSITIVE_INFINITY;
  let offset = 0;
  for (const element of elements) {
    if (element.kind === 'start') continue;
    if (element.kind === 'gap' || element.kind === 'end' || element.optional) break;
    const cost = costOf(element);
    if (cost < bestCost) {
      best = { element, offset };
      bestCost = cost;
    }
    offset += 1;
  }
  return best;
}

/** How many frequent words are tried as often as one of the commonest. */
const commonest = 8;

function costOf(element: Element): number {
  if (element.kind === 'number') return 2;
  if (element.kind !== 'words') return Number.POSITIVE_INFINITY;
  let cost = 0;
  for (const word of element.words.keys())
    if (frequentWords.has(word)) cost += commonestWords.has(word) ? commonest : 1;
  return cost;
}

/** Token positions after each element of the variant being tried; reused, for most attempts fail at once. */
const ends: number[] = [];

function collect<Owner>(
  entries: readonly Entry<Owner>[],
  tokens: readonly Token[],
  at: number,
  matches: Match<Owner>[],
): void {
  for (const { owner, variant, offset } of entries) {
    const begin = at - offset;
    if (begin < 0 || !matchFrom(variant.elements, 0, tokens, begin)) continue;
    const first = variant.from === 0 ? begin : (ends[variant.from - 1] as number);
    const last = (ends[variant.to - 1] as number) - 1;
    if (last >= first) matches.push({ owner, first, last, form: formOf(variant, tokens) });
  }
}

/** Depth-first and greedy; `ends[i]` becomes the token position after element i. Ways are bounded at compile time. */
function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  at: number,
): boolean {
  const element = elements[index];
  if (!element) return true;
  if (element.kind === 'gap') {
    for (let next = at; ; next += 1) {
      ends[index] = next;
      if (matchFrom(elements, index + 1, tokens, next)) return true;
      if (next - at === element.upTo || !fillsGap(tokens[next])) return false;
    }
  }
  if (element.kind === 'start' || element.kind === 'end') {
    ends[index] = at;
    const holds = element.kind === 'start' ? at === 0 : endsSentence(tokens, at);
    return holds && matchFrom(elements, index + 1, tokens, at);
  }
  if (accepts(element, tokens[at])) {
    ends[index] = at + 1;
    if (matchFrom(elements, index + 1, tokens, at + 1)) return true;
  }
  if (!element.optional) return false;
  ends[index] = at;
  return matchFrom(elements, index + 1, tokens, at);
}

function accepts(element: Exclude<Element, { kind: 'gap' | 'start' | 'end' }>, token?: Token): boolean {
  if (!token) return false;
  if (element.kind === 'words') return element.words.has(token.word);
  if (element.kind === 'number') return inRange(token.value, element);
  return !token.punctuation;
}

function inRange(
  value: number | undefined,
  range: { readonly atLeast: number; readonly atMost: number },
): boolean {
  return value !== undefined && value >= range.atLeast && value <= range.atMost;
}

function fillsGap(token?: Token): boolean {
  return token !== undefined && (!token.punctuation || token.word === ',' || token.word === '/');
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return next === undefined || (next.punctuation && at === tokens.length - 1);
}

function formOf(variant: Variant, tokens: readonly Token[]): Form {
  for (let index = variant.to - 1; index >= variant.from; index -= 1) {
    const element = variant.elements[index];
    if (element?.kind !== 'words' || element.words.size === 1) continue;
    const form = element.words.get(tokens[(ends[index] as number) - 1]?.word ?? '');
    if (form !== undefined && form !== 'base') return form;
  }
  return 'base';
}
