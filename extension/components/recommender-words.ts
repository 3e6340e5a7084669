import { texts } from '../texts.ts';

const words: Readonly<Record<string, string>> = texts.rewrite.recommenders;

/**
 * A recommender for a reader who does not build them: `hybrid (lexical (BM25) + …)` is the built-in one. Reports have the whole
 * name. @returns undefined where nothing was measured; the name itself where it is of no known kind
 */
export function recommenderInWords(name: string): string | undefined {
  if (name === 'none') return undefined;
  const [kind = name] = name.split(' (');
  return Object.hasOwn(words, kind) ? words[kind] : name;
}
