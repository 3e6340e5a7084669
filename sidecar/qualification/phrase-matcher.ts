import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

/** A phrase of the lexicon found in a text: tokens `first` to `last`, both included. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly first: number;
  readonly last: number;
}

export interface PhraseMatcher<T> {
  /** Adds a phrase; the first value added for a phrase stays. */
  add(phrase: string, value: T): void;
  /** Longest phrases from left to right, none overlapping another. */
  find(tokens: readonly Token[]): PhraseMatch<T>[];
  /** The value of exactly this phrase. */
  get(phrase: string): T | undefined;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/**
 * Creates a matcher: a trie over normalised words, so that looking at one text costs its length times the longest
 * phrase, whatever the number of phrases.
 * @param variants other forms under which a phrase's first word may be found, such as `managing` for `manage`.
 */
export function createPhraseMatcher<T>(
  variants: (form: string) => readonly string[] = () => [],
): PhraseMatcher<T> {
  const root: Node<T> = { next: new Map() };

  const walk = (node: Node<T>, form: string): Node<T> => {
    const known = node.next.get(form);
    if (known) return known;
    const created: Node<T> = { next: new Map() };
    node.next.set(form, created);
    return created;
  };

  const longestFrom = (tokens: readonly Token[], first: number, start: Node<T> | undefined) => {
    let node = start;
    let best: PhraseMatch<T> | undefined;
    for (let last = first; node; last += 1) {
      if (node.value !== undefined) best = { value: node.value, first, last };
      const following = tokens[last + 1];
      node = following && node.next.get(following.form);
    }
    return best;
  };

  const startingAt = (tokens: readonly Token[], first: number): PhraseMatch<T> | undefined => {
    const form = tokens[first]?.form ?? '';
    let best = longestFrom(tokens, first, root.next.get(form));
    for (const variant of variants(form)) {
      const other = longestFrom(tokens, first, root.next.get(variant));
      // A changed first word is trusted only as part of a longer phrase: `managing budgets`, not `managing`.
      if (other && other.last > first && other.last > (best?.last ?? -1)) best = other;
    }
    return best;
  };

  return {
    add(phrase, value) {
      const tokens = tokenise(phrase);
      if (tokens.length === 0) return;
      const node = tokens.reduce((at, token) => walk(at, token.form), root);
      node.value ??= value;
    },
    find(tokens) {
      const found: PhraseMatch<T>[] = [];
      for (let first = 0; first < tokens.length; ) {
        const match = startingAt(tokens, first);
        if (match) found.push(match);
        first = match ? match.last + 1 : first + 1;
      }
      return found;
    },
    get(phrase) {
      let node: Node<T> | undefined = root;
      for (const token of tokenise(phrase)) node = node?.next.get(token.form);
      return node?.value;
    },
  };
}
