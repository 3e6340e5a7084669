import type { Recommender } from '../../training/recommender.ts';
import { type Fields, fieldsOf } from './candidate.ts';
import { termsOf } from './terms.ts';

/** BM25 as SQLite's FTS5 computes it: k1 = 1.2, b = 0.75. Source: https://www.sqlite.org/fts5.html#the_bm25_function */
const k1 = 1.2;
const b = 0.75;
/** FTS5 gives a term that is in more than half of the rows this weight instead of a negative one. */
const leastIdf = 1e-6;

/** How much an occurrence in each field counts. */
export const fieldWeights = { headline: 4, body: 1 } as const;
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

interface Postings {
  readonly positions: Uint32Array;
  /** Field-weighted frequency of the term in each of those candidates. */
  readonly frequencies: Float32Array;
  readonly idf: number;
}

export interface LexicalRecommender extends Recommender {
  /** The terms of a text that are looked up, most telling first, at most `mostQueryTerms`. */
  queryTerms(text: string): string[];
}

/**
 * Field-weighted BM25 over a term x candidate matrix in memory. Equal to FTS5's `bm25()` on the same terms (a test).
 * Terms that the variants of a posting share are added once.
 */
export function createLexicalRecommender(candidates: readonly Fields[]): LexicalRecommender {
  const { index, lengthNorms } = buildIndex(candidates);
  const size = candidates.length;
  const contributions = (term: string, add: (position: number, value: number) => void) => {
    const found = index.get(term);
    if (!found) return;
    const { positions, frequencies, idf } = found;
    for (let i = 0; i < positions.length; i += 1) {
      const position = positions[i] ?? 0;
      const frequency = frequencies[i] ?? 0;
      const value = (idf * frequency * (k1 + 1)) / (frequency + (lengthNorms[position] ?? 0));
      add(position, Math.round(value * grain) / grain);
    }
  };
  const addTerms = (sums: Float64Array, terms: Iterable<string>) => {
    for (const term of terms) {
      contributions(term, (position, value) => {
        sums[position] = (sums[position] ?? 0) + value;
      });
    }
  };

  const queryTerms = (text: string) => {
    const weights = new Map<string, number>();
    for (const [term, frequency] of weightedTerms(fieldsOf(text)).counts) {
      const idf = index.get(term)?.idf;
      if (idf !== undefined) weights.set(term, frequency * idf);
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

/** The field-weighted frequency of each term, and how many terms there are. */
function weightedTerms(fields: Fields): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>();
  let length = 0;
  for (const field of ['headline', 'body'] as const) {
    for (const term of termsOf(fields[field])) {
      counts.set(term, (counts.get(term) ?? 0) + fieldWeights[field]);
      length += 1;
    }
  }
  return { counts, length };
}

function buildIndex(candidates: readonly Fields[]) {
  const lists = new Map<string, { positions: number[]; frequencies: number[] }>();
  const lengths = candidates.map((fields, position) => {
    const { counts, length } = weightedTerms(fields);
    for (const [term, frequency] of counts) {
      const list = lists.get(term) ?? { positions: [], frequencies: [] };
      list.positions.push(position);
      list.frequencies.push(frequency);
      lists.set(term, list);
    }
    return length;
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const mean = total / Math.max(1, candidates.length) || 1;
  const index = new Map<string, Postings>();
  for (const [term, { positions, frequencies }] of lists) {
    const idf = Math.log((candidates.length - positions.length + 0.5) / (positions.length + 0.5));
    index.set(term, {
      positions: Uint32Array.from(positions),
      frequencies: Float32Array.from(frequencies),
      idf: idf <= 0 ? leastIdf : idf,
    });
  }
  return { index, lengthNorms: Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / mean)) };
}
