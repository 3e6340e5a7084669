import { z } from 'zod';
import type { LexicalIndex, LexicalIndexStore } from '../recommender/lexical-index.ts';
import type { Database } from './database.ts';
import { createMadeOfPool, numbersIn } from './made-of-pool.ts';
import { parseJson } from './parse-json.ts';

const parts = ['terms', 'offsets', 'positions', 'frequencies', 'lengths'] as const;
const termsSchema = z.array(z.string());

/** The recommender's word index, kept with what else was made of the pool. One that cannot be read counts as none. */
export function createLexicalIndexTable(database: Database, poolState: () => string): LexicalIndexStore {
  const kept = createMadeOfPool(database, 'lexical index', parts, poolState);
  return {
    read(state) {
      const bytes = kept.read(state);
      if (bytes === undefined) return undefined;
      const terms = termsSchema.safeParse(parseJson(bytes.terms.toString()));
      if (!terms.success) return undefined;
      const index = {
        terms: terms.data,
        offsets: new Uint32Array(numbersIn(bytes.offsets, Uint32Array)),
        positions: new Uint32Array(numbersIn(bytes.positions, Uint32Array)),
        frequencies: new Uint16Array(numbersIn(bytes.frequencies, Uint16Array)),
        lengths: new Uint32Array(numbersIn(bytes.lengths, Uint32Array)),
      };
      return isWhole(index) ? index : undefined;
    },
    write(state, { terms, ...arrays }) {
      kept.write(state, { ...arrays, terms: Buffer.from(JSON.stringify(terms)) });
    },
  };
}

/** Whether the arrays belong together; what another build of the program wrote may not. */
function isWhole({ terms, offsets, positions, frequencies }: LexicalIndex): boolean {
  const count = offsets.at(-1);
  return offsets.length === terms.length + 1 && count === positions.length && count === frequencies.length;
}
