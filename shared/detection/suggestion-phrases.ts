import { inflections } from './inflection.ts';

type BySpelling = ReadonlyMap<string, readonly string[]>;
type Suggestions = Readonly<Record<string, readonly string[]>>;

const written = new WeakMap<Suggestions, BySpelling>();

/**
 * What may stand for a matched phrase. Keys are lower case with blanks for hyphens; `(a|b)` are alternatives, `( c)?` may be absent,
 * `word~` stands for every inflection, and `$1` in a suggestion is what the first bracket stood for.
 */
export function suggestionsForPhrase(suggestions: Suggestions, phrase: string): readonly string[] {
  const known = written.get(suggestions) ?? spellOut(suggestions);
  written.set(suggestions, known);
  return known.get(normalise(phrase)) ?? [];
}

function normalise(phrase: string): string {
  return phrase.toLowerCase().replace(/[\s\u2010-\u2015-]+/gu, ' ');
}

function spellOut(suggestions: Suggestions): BySpelling {
  const all = new Map<string, readonly string[]>();
  for (const [key, values] of Object.entries(suggestions)) {
    for (const { phrase, chosen } of choices(key)) {
      const filled = values.map((value) =>
        value.replace(/\$(\d)/g, (_, place: string) => chosen[Number(place) - 1] ?? ''),
      );
      for (const spelling of inflectedPhrases(phrase)) {
        const one = normalise(spelling).trim();
        if (!all.has(one)) all.set(one, filled);
      }
    }
  }
  return all;
}

function choices(
  key: string,
  chosen: readonly string[] = [],
): { phrase: string; chosen: readonly string[] }[] {
  const group = /\(([^()]*)\)(\?)?/.exec(key);
  if (!group) return [{ phrase: key, chosen }];
  const [whole, alternatives = '', optional] = group;
  return [...alternatives.split('|'), ...(optional ? [''] : [])].flatMap((alternative) =>
    choices(key.slice(0, group.index) + alternative + key.slice(group.index + whole.length), [
      ...chosen,
      alternative,
    ]),
  );
}

function inflectedPhrases(phrase: string): string[] {
  const marked = /(\p{L}+)~/u.exec(phrase);
  if (!marked) return [phrase];
  const [whole, word = ''] = marked;
  return [...inflections(word).keys()].flatMap((form) =>
    inflectedPhrases(phrase.slice(0, marked.index) + form + phrase.slice(marked.index + whole.length)),
  );
}
