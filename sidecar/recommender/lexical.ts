import type { Recommender } from '../../training/recommender.ts';
import { type Fields, fieldsOf } from './candidate.ts';
import { buildLexicalIndex, type LexicalIndex, weightedTerms } from './lexical-index.ts';

/** BM25 as SQLite's FTS5 computes it: k1 = 1.2, b = 0.75. Source: https://www.sqlite.org/fts5.html#the_bm25_function */
const k1 = 1.2;
const b = 0.75;
/** FTS5 gives a term that is in more than half of the rows this weight instead of a negative one. */
const leastIdf = 1e-6;

/**
 * An OR of a whole posting looks at nearly every candidate. The terms taken are those of highest tf-idf, its headline
 * weighted: by idf alone the rarest words of a posting are chosen, which are its accidents (docs/recommender.md).
 */
export const mostQueryTerms = 24;

/**
 * Contributions are rounded to multiples of 2^-30, so that their sum is exact in any order: a variant scored beside
 * others and alone gets the same bits.
 */
const grain = 2 ** 30;

export interface LexicalRecommender extends Recommender {
  /** The terms of a text that are looked up, most telling first, at most `mostQueryTerms`. */
  queryTerms(text: string): string[];
}

/** Field-weighted BM25 over a term x candidate matrix in memory. */
export function createLexicalRecommender(candidates: readonly Fields[]): LexicalRecommender {
  return lexicalOver(buildLexicalIndex(candidates));
}

/**
 * Scores by an index that is there already. Equal to FTS5's `bm25()` on the same terms (a test). Terms that the variants
 * of a posting share are added once.
 */
export function lexicalOver({
  terms,
  offsets,
  positions,
  frequencies,
  lengths,
}: LexicalIndex): LexicalRecommender {
  const size = lengths.length;
  const rows = new Map(terms.map((term, row) => [term, row]));
  const lengthNorms = lengthNormsOf(lengths);
  const idfOf = (row: number) => {
    const holders = (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
    const idf = Math.log((size - holders + 0.5) / (holders + 0.5));
    return idf <= 0 ? leastIdf : idf;
  };
  const addTerms = (sums: Float64Array, wanted: Iterable<string>) => {
    for (const term of wanted) {
      const row = rows.get(term);
      if (row === undefined) continue;
      const idf = idfOf(row);
      const stop = offsets[row + 1] ?? 0;
      for (let at = offsets[row] ?? 0; at < stop; at += 1) {
        const position = positions[at] ?? 0;
        const frequency = frequencies[at] ?? 0;
        const value = (idf * frequency * (k1 + 1)) / (frequency + (lengthNorms[position] ?? 0));
        sums[position] = (sums[position] ?? 0) + Math.round(value * grain) / grain;
      }
    }
  };

  const queryTerms = (text: string) => {
    const weights = new Map<string, number>();
    for (const [term, frequency] of weightedTerms(fieldsOf(text)).frequencies) {
      const row = rows.get(term);
      if (row !== undefined) weights.set(term, frequency * idfOf(row));
    }
    return [...weights]
      .sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1))
      .slice(0, mostQueryTerms)
      .map(([term]) => term);
  };

  return {
    name: 'lexical (BM25)',
    size,
    queryTerms,
    async score(texts, signal) {
      signal?.throwIfAborted();
      const queries = texts.map((text) => new Set(queryTerms(text)));
      const [first = new Set<string>(), ...others] = queries;
      const shared = new Set([...first].filter((term) => others.every((query) => query.has(term))));
      const base = new Float64Array(size);
      addTerms(base, shared);
      return queries.map((query) => {
        signal?.throwIfAborted();
        const sums = base.slice();
        addTerms(
          sums,
          [...query].filter((term) => !shared.has(term)),
        );
        return Float32Array.from(sums);
      });
    },
  };
}

function lengthNormsOf(lengths: Uint32Array): Float64Array {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const mean = total / Math.max(1, lengths.length) || 1;
  return Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean));
}
