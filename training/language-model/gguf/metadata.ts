/**
 * A metadata value of a GGUF file. 64-bit integers are `bigint` so that none is rounded; arrays keep their element
 * type, which a writer needs.
 */
export type MetadataValue =
  | { readonly type: NumericType; readonly value: number | bigint }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | {
      readonly type: 'array';
      readonly of: NumericType | 'bool';
      readonly value: readonly (number | bigint | boolean)[];
    }
  | { readonly type: 'array'; readonly of: 'string'; readonly value: readonly string[] };

export type Metadata = ReadonlyMap<string, MetadataValue>;

/** Element types by the number that stands in a file (the GGUF specification, version 3). */
export const valueTypes = [
  'uint8',
  'int8',
  'uint16',
  'int16',
  'uint32',
  'int32',
  'float32',
  'bool',
  'string',
  'array',
  'uint64',
  'int64',
  'float64',
] as const;

export type ValueType = (typeof valueTypes)[number];
export type NumericType = Exclude<ValueType, 'bool' | 'string' | 'array'>;

/** Bytes of one value; a string takes at least its 8-byte length. */
export const valueBytes: Record<Exclude<ValueType, 'array'>, number> = {
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  uint32: 4,
  int32: 4,
  float32: 4,
  bool: 1,
  string: 8,
  uint64: 8,
  int64: 8,
  float64: 8,
};

/** Reads a number that must be there. @throws GgufError naming the key. */
export function metadataNumber(metadata: Metadata, key: string): number {
  const entry = metadata.get(key);
  if (entry === undefined || entry.type === 'array' || entry.type === 'string' || entry.type === 'bool')
    throw new GgufError(`The model file has no number "${key}"; it may not be a language model.`);
  return Number(entry.value);
}

/** Reads a text that must be there. @throws GgufError naming the key. */
export function metadataString(metadata: Metadata, key: string): string {
  const entry = metadata.get(key);
  if (entry?.type !== 'string')
    throw new GgufError(`The model file has no text "${key}"; it may not be a language model.`);
  return entry.value;
}

/** A model file is damaged, hostile or of a kind we do not read; the message says what and where. */
export class GgufError extends Error {
  override readonly name = 'GgufError';
}
