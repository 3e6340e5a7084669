import packageFile from '../../package.json' with { type: 'json' };
import type { Database } from './database.ts';
import { toStorageError } from './errors.ts';

/** Arrays made of the whole pool, as bytes. */
export interface MadeOfPool<Part extends string> {
  /** What was made of the pool in this state by this version of the program; undefined where nothing was. */
  read(state: string): Readonly<Record<Part, Buffer>> | undefined;
  /** Takes the place of what was kept. Nothing is written where the pool is no longer in that state. */
  write(state: string, parts: Readonly<Record<Part, ArrayBufferView>>): void;
  remove(): void;
}

/**
 * What takes long to make of everybody, kept in the main database, where erasing, encryption and backups reach it. The
 * database drops all of it when a candidate changes or goes (a trigger), so that nothing of a person outlives the record.
 * Arrays are stored as they lie in memory, little-endian on every platform that Node runs on.
 * @param what names it among others that are kept
 * @param poolState the state that the pool is in now
 */
export function createMadeOfPool<Part extends string>(
  database: Database,
  what: string,
  parts: readonly Part[],
  poolState: () => string,
): MadeOfPool<Part> {
  const select = database.prepare<[string, string], { content: Buffer }>(
    'SELECT content FROM made_of_pool WHERE what = ? AND part = ?',
  );
  const remove = database.prepare<[string]>('DELETE FROM made_of_pool WHERE what = ?');
  const insert = database.prepare<[string, string, Uint8Array]>(
    'INSERT INTO made_of_pool (what, part, content) VALUES (?, ?, ?)',
  );
  // The next version may make it in another way.
  const keyOf = (state: string) => `${packageFile.version} ${state}`;
  const contentOf = (part: string) => select.get(what, part)?.content ?? Buffer.alloc(0);
  // One transaction each, so that no other process changes a part between two.
  const readAll = database.transaction((state: string) => {
    if (contentOf('key').toString() !== keyOf(state)) return undefined;
    return Object.fromEntries(parts.map((part) => [part, contentOf(part)])) as Record<Part, Buffer>;
  });
  const writeAll = database.transaction((state: string, made: Readonly<Record<Part, ArrayBufferView>>) => {
    // Whoever was erased while it was made must not come back with it.
    if (poolState() !== state) return;
    remove.run(what);
    insert.run(what, 'key', Buffer.from(keyOf(state)));
    for (const part of parts) {
      const { buffer, byteOffset, byteLength } = made[part];
      insert.run(what, part, new Uint8Array(buffer, byteOffset, byteLength));
    }
  });
  return {
    read: (state) => readAll(state),
    remove: () => {
      remove.run(what);
    },
    write(state, made) {
      try {
        writeAll.immediate(state, made);
      } catch (error) {
        // Without room for it, it is made again at the next start, and nothing else is lost.
        if (toStorageError(error) === undefined) throw error;
      }
    },
  };
}

/** The bytes of whole numbers in a buffer of their own, because a view needs an offset that its numbers divide. */
export function numbersIn(
  { buffer, byteOffset, byteLength }: Buffer,
  { BYTES_PER_ELEMENT: size }: { readonly BYTES_PER_ELEMENT: number },
): ArrayBufferLike {
  const whole = byteLength - (byteLength % size);
  if (byteOffset === 0 && buffer.byteLength === whole) return buffer;
  return buffer.slice(byteOffset, byteOffset + whole);
}
