import { z } from 'zod';
import type { LexicalIndex, LexicalIndexStore } from '../recommender/lexical-index.ts';
import type { Database } from './database.ts';
import { toStorageError } from './errors.ts';
import { readJson } from './json-column.ts';

const parts = ['key', 'terms', 'offsets', 'positions', 'frequencies', 'lengths'] as const;
type Part = (typeof parts)[number];
const termsSchema = z.array(z.string());

/**
 * The recommender's word index in the main database, where erasing, encryption and backups reach it. The database drops
 * it itself when a candidate's text changes or goes (a trigger), so that nobody's words outlive their record.
 * Arrays are stored as they lie in memory, little-endian on every platform that Node runs on.
 */
export function createLexicalIndexTable(database: Database): LexicalIndexStore {
  const read = database.prepare<[Part], { content: Buffer }>(
    'SELECT content FROM lexical_index WHERE part = ?',
  );
  const remove = database.prepare('DELETE FROM lexical_index');
  const insert = database.prepare<[Part, Uint8Array]>(
    'INSERT INTO lexical_index (part, content) VALUES (?, ?)',
  );
  const readPart = (part: Part) => read.get(part)?.content ?? Buffer.alloc(0);
  const keptKey = () => readPart('key').toString();
  // One transaction each, so that no other process changes a part between two.
  const readAll = database.transaction((key: string): LexicalIndex | undefined => {
    if (keptKey() !== key) return undefined;
    return {
      terms: readJson(termsSchema, readPart('terms').toString()),
      offsets: new Uint32Array(bytesOf(readPart('offsets'))),
      positions: new Uint32Array(bytesOf(readPart('positions'))),
      frequencies: new Uint16Array(bytesOf(readPart('frequencies'))),
      lengths: new Uint32Array(bytesOf(readPart('lengths'))),
    };
  });
  const writeAll = database.transaction((key: string, index: LexicalIndex) => {
    if (keptKey() === key) return;
    remove.run();
    const { terms, offsets, positions, frequencies, lengths } = index;
    const encoded = { key: Buffer.from(key), terms: Buffer.from(JSON.stringify(terms)) };
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

/** The bytes in a buffer of their own where they share one, because a view needs an offset that its numbers divide. */
function bytesOf({ buffer, byteOffset, byteLength }: Buffer): ArrayBufferLike {
  if (byteOffset === 0 && buffer.byteLength === byteLength) return buffer;
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
