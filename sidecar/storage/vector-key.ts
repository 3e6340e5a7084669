import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** The key under which the vectors lie beside an encrypted database: whoever opens that opens them, and nobody else. */
export interface VectorKey {
  /** 32 random bytes, made when first asked for. */
  read(): Buffer;
  /** Another one is made from now on; what was sealed under the old one cannot be read again. */
  forget(): void;
}

export function createVectorKey(database: Database): VectorKey {
  const find = database.prepare<[], { key: Buffer }>('SELECT key FROM vector_key');
  const insert = database.prepare('INSERT INTO vector_key (key) VALUES (?)');
  const remove = database.prepare('DELETE FROM vector_key');
  const read = database.transaction(() => {
    const known = find.get()?.key;
    if (known !== undefined) return known;
    const key = randomBytes(32);
    insert.run(key);
    return key;
  });
  return {
    // The lock is taken where one must be made alone: a reader waits for nobody.
    read: () => find.get()?.key ?? read.immediate(),
    forget: () => {
      remove.run();
    },
  };
}
