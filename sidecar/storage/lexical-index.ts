import { z } from 'zod';
import type { LexicalIndex, LexicalIndexKey, LexicalIndexStore } from '../recommender/lexical-index.ts';
import type { Database } from './database.ts';
import { toStorageError } from './errors.ts';
import { parseJson } from './parse-json.ts';

const parts = ['key', 'terms', 'offsets', 'positions', 'frequencies', 'lengths'] as const;
type Part = (typeof parts)[number];
const termsSchema = z.array(z.string());

/**
 * The recommender's word index in the main database, where erasing, encryption and backups reach it. The database drops
 * it itself when a candidate's text changes or goes (a trigger), so that nobody's words outlive their record.
 * Arrays are stored as they lie in memory, little-endian on every platform that Node runs on. One that cannot be read counts
 * as none.
 * @param poolState the state that the pool is in now
 */
export function createLexicalIndexTable(database: Database, poolState: () => string): LexicalIndexStore {
  const read = database.prepare<[Part], { content: Buffer }>(
    'SELECT content FROM lexical_index WHERE part = ?',
  );
  const remove = database.prepare('DELETE FROM lexical_index');
  const insert = database.prepare<[Part, Uint8Array]>(
    'INSERT INTO lexical_index (part, content) VALUES (?, ?)',
  );
  const nameOf = ({ state, version }: LexicalIndexKey) => `${version} ${state}`;
  const readPart = (part: Part) => read.get(part)?.content ?? Buffer.alloc(0);
  // One transaction each, so that no other process changes a part between two.
  const readAll = database.transaction((key: LexicalIndexKey): LexicalIndex | undefined => {
    if (readPart('key').toString() !== nameOf(key)) return undefined;
    const terms = termsSchema.safeParse(parseJson(readPart('terms').toString()));
    if (!terms.success) return undefined;
    const index = {
      terms: terms.data,
      offsets: new Uint32Array(bytesOf(readPart('offsets'), Uint32Array)),
      positions: new Uint32Array(bytesOf(readPart('positions'), Uint32Array)),
      frequencies: new Uint16Array(bytesOf(readPart('frequencies'), Uint16Array)),
      lengths: new Uint32Array(bytesOf(readPart('lengths'), Uint32Array)),
    };
    return isWhole(index) ? index : undefined;
  });
  const writeAll = database.transaction((key: LexicalIndexKey, index: LexicalIndex) => {
    // Whoever was erased while it was made must not come back with it.
    if (poolState() !== key.state) return;
    remove.run();
    const { terms, offsets, positions, frequencies, lengths } = index;
    const encoded = { key: Buffer.from(nameOf(key)), terms: Buffer.from(JSON.stringify(terms)) };
    const contents: Record<Part, ArrayBufferView> = { ...encoded, offsets, positions, frequencies, lengths };
    for (const part of parts) {
      const { buffer, byteOffset, byteLength } = contents[part];
      insert.run(part, new Uint8Array(buffer, byteOffset, byteLength));
    }
  });
  return {
    read: (key) => readAll(key),
    write(key, index) {
      try {
        writeAll.immediate(key, index);
      } catch (error) {
        // Without room for it the index is made again at the next start, and nothing else is lost.
        if (toStorageError(error) === undefined) throw error;
      }
    },
  };
}

/** Whether the arrays belong together; what another build of the program wrote may not. */
function isWhole({ terms, offsets, positions, frequencies }: LexicalIndex): boolean {
  const count = offsets.at(-1);
  return offsets.length === terms.length + 1 && count === positions.length && count === frequencies.length;
}

/** The bytes of whole numbers in a buffer of their own, because a view needs an offset that its numbers divide. */
function bytesOf(
  { buffer, byteOffset, byteLength }: Buffer,
  { BYTES_PER_ELEMENT: size }: { readonly BYTES_PER_ELEMENT: number },
): ArrayBufferLike {
  const whole = byteLength - (byteLength % size);
  if (byteOffset === 0 && buffer.byteLength === whole) return buffer;
  return buffer.slice(byteOffset, byteOffset + whole);
}
