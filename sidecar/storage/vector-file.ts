import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FittedVectorStore, FittedVectors } from '../recommender/dense/fitted-vectors.ts';
import { isEncrypted } from './connect.ts';
import { toStorageError } from './errors.ts';
import { replaceFile } from './replace-file.ts';
import { seal, unseal } from './seal.ts';
import { mainDatabaseFile, type Store } from './store.ts';

/**
 * Layout, little-endian: length of the header (4 bytes), the header as JSON padded with spaces to a multiple of four, the
 * model's projection and the candidates' rows as 32-bit floats, then the content keys as JSON. Those come last because an
 * unchanged pool does without them.
 */
const format = 3;
const headerSchema = z.object({
  format: z.literal(format),
  seed: z.number(),
  state: z.string().optional(),
  dimensions: z.int().positive(),
  terms: z.array(z.string()),
  candidates: z.int().nonnegative(),
  changedShare: z.number(),
  /** Bytes of the content keys. */
  keyBytes: z.int().positive(),
});
const keysSchema = z.object({ fittedOn: z.array(z.string()), keys: z.array(z.string()) });

const fileOf = (directory: string) => join(directory, 'vectors.bin');

/**
 * The fitted vectors of a data folder in a file of their own, mode 0600; beside an encrypted database they are sealed under a key
 * that is inside it. (A blob of that size in the database itself would keep every other write waiting.) A file of another seed, of
 * another version or cut short counts as none: the vectors are then fitted anew. Vectors of a pool that has changed while they
 * were made are not written: whoever was erased meanwhile must not come back with them.
 */
export function createVectorFile(
  {
    directory,
    candidates,
    transaction,
    vectorKey,
  }: Pick<Store, 'directory' | 'candidates' | 'transaction' | 'vectorKey'>,
  seed: number,
): FittedVectorStore {
  const path = fileOf(directory);
  const sealed = isEncrypted(join(directory, mainDatabaseFile));
  return {
    read() {
      try {
        const file = readFileSync(path);
        const plain = sealed ? unseal(file, vectorKey.read()) : file;
        return plain && decode(plain, seed);
      } catch (error) {
        if (isUnreadable(error)) return undefined;
        throw error;
      }
    },
    write(vectors) {
      const plain = encode(vectors, seed);
      try {
        const file = sealed ? seal(plain, vectorKey.read()) : plain;
        // Inside a transaction nobody is erased between the look at the state and the new file.
        transaction(() => {
          if (candidates.state() === vectors.state) replaceFile(path, file);
        });
      } catch (error) {
        // Without room for the file, or where it was cleared away meanwhile, the vectors are fitted again at the next start.
        if (toStorageError(error) === undefined && !isUnreadable(error)) throw error;
      }
    },
  };
}

/** Deletes the vectors, such as when a person they were fitted with is erased. */
export function removeVectorFile(directory: string): void {
  rmSync(fileOf(directory), { force: true });
}

function encode(vectors: FittedVectors, seed: number): Buffer {
  const { model, state, changedShare, fittedOn, keys, rows } = vectors;
  const { dimensions, vocabulary } = model;
  const keyJson = Buffer.from(JSON.stringify({ fittedOn, keys }));
  const terms = [...vocabulary.keys()];
  const sizes = { candidates: keys.length, keyBytes: keyJson.length };
  const header = { format, seed, state, dimensions, terms, changedShare, ...sizes };
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.alloc(4 * Math.ceil(json.length / 4), ' ');
  json.copy(padded);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  return Buffer.concat([length, padded, bytesOf(model.projection), bytesOf(rows), keyJson]);
}

function bytesOf(floats: Float32Array): Buffer {
  return Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength);
}

function decode(file: Buffer, seed: number): FittedVectors | undefined {
  const start = 4 + (file.length < 4 ? 0 : file.readUInt32LE());
  if (start > file.length) return undefined;
  const header = headerSchema.safeParse(JSON.parse(file.subarray(4, start).toString()));
  if (!header.success || header.data.seed !== seed) return undefined;
  const { state, dimensions, terms, candidates, changedShare, keyBytes } = header.data;
  const keysAt = start + 4 * dimensions * (terms.length + candidates);
  if (file.length !== keysAt + keyBytes) return undefined;
  const floats = floatsOf(file.subarray(start, keysAt));
  let read: z.infer<typeof keysSchema> | undefined;
  const keysOf = () => {
    read ??= keysSchema.parse(JSON.parse(file.subarray(keysAt).toString()));
    return read;
  };
  return {
    model: {
      dimensions,
      vocabulary: new Map(terms.map((term, row) => [term, row])),
      projection: floats.subarray(0, terms.length * dimensions),
    },
    state,
    changedShare,
    get fittedOn() {
      return keysOf().fittedOn;
    },
    get keys() {
      return keysOf().keys;
    },
    rows: floats.subarray(terms.length * dimensions),
  };
}

/** A view where it can be one, else a copy: a view needs an offset that is a multiple of four. */
function floatsOf(bytes: Buffer): Float32Array {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : Uint8Array.from(bytes);
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}

function isUnreadable(error: unknown): boolean {
  return (
    error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  );
}
