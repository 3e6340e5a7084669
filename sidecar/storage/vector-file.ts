import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FittedVectorStore, FittedVectors } from '../recommender/dense/fitted-vectors.ts';
import { isEncrypted } from './connect.ts';
import { toStorageError } from './errors.ts';
import { replaceFile } from './replace-file.ts';
import { mainDatabaseFile } from './store.ts';

/**
 * Layout, little-endian: length of the header (4 bytes), the header as JSON padded with spaces to a multiple of four,
 * then the model's projection and the candidates' rows as 32-bit floats.
 */
const format = 2;
const headerSchema = z.object({
  format: z.literal(format),
  seed: z.number(),
  dimensions: z.int().positive(),
  terms: z.array(z.string()),
  fittedOn: z.array(z.string()),
  keys: z.array(z.string()),
});

const fileOf = (directory: string) => join(directory, 'vectors.bin');

/**
 * The fitted vectors of a data folder in a file of their own, mode 0600. A file of another seed, of another version or cut
 * short counts as none: the vectors are then fitted anew.
 */
export function createVectorFile(directory: string, seed: number): FittedVectorStore {
  const path = fileOf(directory);
  // Beside encrypted databases nothing is written that was made of their texts.
  if (isEncrypted(join(directory, mainDatabaseFile))) return memoryOnly;
  return {
    read() {
      try {
        return decode(readFileSync(path), seed);
      } catch (error) {
        if (isUnreadable(error)) return undefined;
        throw error;
      }
    },
    write(vectors) {
      try {
        replaceFile(path, encode(vectors, seed));
      } catch (error) {
        // Without room for the file the vectors are fitted again at the next start, and nothing else is lost.
        if (toStorageError(error) === undefined) throw error;
      }
    },
  };
}

const memoryOnly: FittedVectorStore = { read: () => undefined, write: () => undefined };

/** Deletes the vectors, such as when a person they were fitted with is erased. */
export function removeVectorFile(directory: string): void {
  rmSync(fileOf(directory), { force: true });
}

function encode({ model, fittedOn, keys, rows }: FittedVectors, seed: number): Buffer {
  const { dimensions, vocabulary } = model;
  const header = { format, seed, dimensions, terms: [...vocabulary.keys()], fittedOn, keys };
  const json = Buffer.from(JSON.stringify(header));
  const padded = Buffer.alloc(4 * Math.ceil(json.length / 4), ' ');
  json.copy(padded);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(padded.length);
  return Buffer.concat([length, padded, bytesOf(model.projection), bytesOf(rows)]);
}

function bytesOf(floats: Float32Array): Buffer {
  return Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength);
}

function decode(file: Buffer, seed: number): FittedVectors | undefined {
  const start = 4 + (file.length < 4 ? 0 : file.readUInt32LE());
  if (start > file.length) return undefined;
  const header = headerSchema.safeParse(JSON.parse(file.subarray(4, start).toString()));
  if (!header.success || header.data.seed !== seed) return undefined;
  const { dimensions, terms, fittedOn, keys } = header.data;
  const projectionBytes = 4 * terms.length * dimensions;
  if (file.length !== start + projectionBytes + 4 * keys.length * dimensions) return undefined;
  const floats = floatsOf(file.subarray(start));
  return {
    model: {
      dimensions,
      vocabulary: new Map(terms.map((term, row) => [term, row])),
      projection: floats.subarray(0, terms.length * dimensions),
    },
    fittedOn,
    keys,
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
