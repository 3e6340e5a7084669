import { type Fields, fieldsOf } from './candidate.ts';
import type { CandidateSource } from './candidate-source.ts';
import { termsOf } from './terms.ts';

/** How much an occurrence in each field counts. */
export const fieldWeights = { headline: 4, body: 1 } as const;
/** More occurrences than this change a BM25 score by less than is kept of it. */
const mostFrequent = 65_535;

/** Which candidates use which term, in compressed rows: the candidates of term t stand from `offsets[t]` to `offsets[t + 1]`. */
export interface LexicalIndex {
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  /** Positions in the pool, rising within a term. */
  readonly positions: Uint32Array;
  /** Field-weighted frequency of the term in each of those candidates. */
  readonly frequencies: Uint16Array;
  /** Number of terms of each candidate, repetitions counted. */
  readonly lengths: Uint32Array;
}

/** Where an index is kept between starts. */
export interface LexicalIndexStore {
  /** The one that was made of the pool in this state; undefined where none was. */
  read(state: string): LexicalIndex | undefined;
  /** Writes nothing where the pool is in another state by now. */
  write(state: string, index: LexicalIndex): void;
}

/** Reads the texts of a pool into an index. */
export function buildLexicalIndex(candidates: readonly Fields[]): LexicalIndex {
  const rows = new Map<string, number>();
  const counts: number[] = [];
  const entries: { readonly terms: number[]; readonly frequencies: number[] } = {
    terms: [],
    frequencies: [],
  };
  const ends = new Uint32Array(candidates.length);
  const lengths = Uint32Array.from(candidates, (fields, position) => {
    const { frequencies, length } = weightedTerms(fields);
    for (const [term, frequency] of frequencies) {
      const row = rows.get(term) ?? rows.size;
      rows.set(term, row);
      counts[row] = (counts[row] ?? 0) + 1;
      entries.terms.push(row);
      entries.frequencies.push(Math.min(frequency, mostFrequent));
    }
    ends[position] = entries.terms.length;
    return length;
  });
  return { terms: [...rows.keys()], lengths, ...transpose(entries, ends, counts) };
}

/** From the terms of each candidate to the candidates of each term, by a counting sort. */
function transpose(
  { terms, frequencies }: { readonly terms: readonly number[]; readonly frequencies: readonly number[] },
  ends: Uint32Array,
  counts: readonly number[],
): Pick<LexicalIndex, 'offsets' | 'positions' | 'frequencies'> {
  const offsets = new Uint32Array(counts.length + 1);
  counts.forEach((count, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + count;
  });
  const next = offsets.slice();
  const sorted = { positions: new Uint32Array(terms.length), frequencies: new Uint16Array(terms.length) };
  let at = 0;
  ends.forEach((end, position) => {
    for (; at < end; at += 1) {
      const row = terms[at] ?? 0;
      const place = next[row] ?? 0;
      sorted.positions[place] = position;
      sorted.frequencies[place] = frequencies[at] ?? 0;
      next[row] = place + 1;
    }
  });
  return { offsets, ...sorted };
}

/** The field-weighted frequency of each term of a text, and how many terms there are. */
export function weightedTerms(fields: Fields): { frequencies: Map<string, number>; length: number } {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const field of ['headline', 'body'] as const) {
    for (const term of termsOf(fields[field])) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + fieldWeights[field]);
      length += 1;
    }
  }
  return { frequencies, length };
}

/** The index of a pool, read back without a look at the texts where it was kept of this very state of the pool. */
export function openLexicalIndex(
  people: CandidateSource,
  store: LexicalIndexStore | undefined,
): LexicalIndex {
  const { state } = people;
  const kept = state === undefined ? undefined : store?.read(state);
  if (kept !== undefined) return kept;
  const index = buildLexicalIndex(people.read().map(({ text, occupation }) => fieldsOf(text, occupation)));
  if (state !== undefined) store?.write(state, index);
  return index;
}
