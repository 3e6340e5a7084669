import {
  GgufError,
  type Metadata,
  type MetadataValue,
  type NumericType,
  valueBytes,
  valueTypes,
} from './metadata.ts';
import { storedBytes, type TensorType, tensorTypeNames, tensorTypeOf, tensorTypes } from './tensor-type.ts';

/** Where the bytes come from: a file or memory. `read` returns exactly `length` bytes. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

export interface TensorInfo {
  readonly name: string;
  /** Innermost dimension first, as the file has it. */
  readonly dimensions: readonly number[];
  readonly type: TensorType;
  /** Weights: the product of the dimensions. */
  readonly weights: number;
  /** First byte, counted from the start of the file. */
  readonly offset: number;
  readonly bytes: number;
}

export interface Gguf {
  readonly version: number;
  readonly alignment: number;
  readonly metadata: Metadata;
  readonly tensors: readonly TensorInfo[];
}

const limits = { entries: 65_536, stringBytes: 16 * 1024 * 1024, dimensions: 4, alignment: 65_536 } as const;
const magic = 0x46554747; // "GGUF", little-endian

/**
 * Reads metadata and the table of tensors, not the weights. Every count, length and offset is checked against the
 * file's size before anything is allocated for it, because a model file may come from anywhere.
 * @throws GgufError when the file is damaged, hostile or unsupported; the message says what and where.
 */
export function readGguf(source: ByteSource): Gguf {
  const cursor = createCursor(source);
  if (source.size < 24 || cursor.uint32('magic') !== magic)
    throw new GgufError('This is not a GGUF file: it does not begin with "GGUF".');
  const version = cursor.uint32('version');
  if (version !== 2 && version !== 3)
    throw new GgufError(`GGUF version ${version} is not supported; versions 2 and 3 are.`);
  const tensorCount = cursor.count('number of tensors', limits.entries, 24);
  const entryCount = cursor.count('number of metadata entries', limits.entries, 13);

  const metadata = new Map<string, MetadataValue>();
  for (let i = 0; i < entryCount; i += 1) {
    const key = cursor.string(`metadata key ${i}`);
    if (metadata.has(key)) throw new GgufError(`Metadata key "${key}" stands twice.`);
    metadata.set(key, readValue(cursor, key));
  }
  const alignment = readAlignment(metadata);
  const headers = Array.from({ length: tensorCount }, (_, i) => readTensorHeader(cursor, i));
  const dataStart = Math.ceil(cursor.position() / alignment) * alignment;
  const tensors = headers.map((header) => ({ ...header, offset: dataStart + header.offset }));
  checkPlacement(tensors, alignment, dataStart, source.size);
  return { version, alignment, metadata, tensors };
}

type Cursor = ReturnType<typeof createCursor>;

/** Reads forward through the source in windows, so that a header of many megabytes costs few reads. */
function createCursor(source: ByteSource) {
  const windowBytes = 1 << 20;
  const decoder = new TextDecoder('utf-8');
  let position = 0;
  let windowStart = 0;
  let window: DataView = new DataView(new ArrayBuffer(0));

  /** A view in which the next `length` bytes stand at the returned index. */
  const take = (length: number, what: string): number => {
    if (position + length > source.size)
      throw new GgufError(
        `The file ends at byte ${source.size}, within ${what} (byte ${position}). It may be cut off.`,
      );
    if (position < windowStart || position + length > windowStart + window.byteLength) {
      const bytes = source.read(position, Math.min(Math.max(length, windowBytes), source.size - position));
      window = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      windowStart = position;
    }
    const index = position - windowStart;
    position += length;
    return index;
  };
  const uint64 = (what: string) => {
    const index = take(8, what);
    return window.getBigUint64(index, true);
  };
  const number = (type: NumericType, what: string): number | bigint => {
    const index = take(valueBytes[type], what);
    switch (type) {
      case 'uint8':
        return window.getUint8(index);
      case 'int8':
        return window.getInt8(index);
      case 'uint16':
        return window.getUint16(index, true);
      case 'int16':
        return window.getInt16(index, true);
      case 'uint32':
        return window.getUint32(index, true);
      case 'int32':
        return window.getInt32(index, true);
      case 'float32':
        return window.getFloat32(index, true);
      case 'uint64':
        return window.getBigUint64(index, true);
      case 'int64':
        return window.getBigInt64(index, true);
      case 'float64':
        return window.getFloat64(index, true);
    }
  };
  return {
    position: () => position,
    number,
    uint64,
    uint32: (what: string) => Number(number('uint32', what)),
    /** A 64-bit count of things of at least `bytesEach` bytes: refused when the rest of the file cannot hold them. */
    count: (what: string, most: number, bytesEach: number): number => {
      const count = uint64(what);
      const room = Math.floor((source.size - position) / bytesEach);
      if (count > BigInt(most) || count > BigInt(room))
        throw new GgufError(`The ${what} is ${count}; at most ${Math.min(most, room)} can be in this file.`);
      return Number(count);
    },
    string: (what: string): string => {
      const length = uint64(`the length of ${what}`);
      if (length > BigInt(limits.stringBytes) || length > BigInt(source.size - position))
        throw new GgufError(
          `The length of ${what} is ${length} bytes, more than the file or the limit of ${limits.stringBytes} allows.`,
        );
      const index = take(Number(length), what);
      return decoder.decode(new Uint8Array(window.buffer, window.byteOffset + index, Number(length)));
    },
  };
}

function readValue(cursor: Cursor, key: string): MetadataValue {
  const type = readValueType(cursor, key);
  if (type === 'string') return { type, value: cursor.string(`"${key}"`) };
  if (type === 'bool') return { type, value: Number(cursor.number('uint8', key)) !== 0 };
  if (type !== 'array') return { type, value: cursor.number(type, key) };

  const of = readValueType(cursor, key);
  if (of === 'array') throw new GgufError(`"${key}" is an array of arrays, which no known model has.`);
  const length = cursor.count(`length of "${key}"`, 16_777_216, valueBytes[of]);
  if (of === 'string')
    return { type, of, value: Array.from({ length }, () => cursor.string(`an entry of "${key}"`)) };
  if (of === 'bool')
    return { type, of, value: Array.from({ length }, () => Number(cursor.number('uint8', key)) !== 0) };
  return { type, of, value: Array.from({ length }, () => cursor.number(of, key)) };
}

function readValueType(cursor: Cursor, key: string) {
  const id = cursor.uint32(`the type of "${key}"`);
  const type = valueTypes[id];
  if (type === undefined) throw new GgufError(`"${key}" has the unknown value type ${id}.`);
  return type;
}

function readAlignment(metadata: Metadata): number {
  const entry = metadata.get('general.alignment');
  if (entry === undefined) return 32;
  const alignment = entry.type === 'uint32' ? Number(entry.value) : 0;
  if (alignment < 8 || alignment > limits.alignment || (alignment & (alignment - 1)) !== 0)
    throw new GgufError(`"general.alignment" must be a power of two from 8 to ${limits.alignment}.`);
  return alignment;
}

function readTensorHeader(cursor: Cursor, index: number): TensorInfo {
  const name = cursor.string(`the name of tensor ${index}`);
  const rank = cursor.uint32(`the rank of "${name}"`);
  if (rank < 1 || rank > limits.dimensions)
    throw new GgufError(`Tensor "${name}" has ${rank} dimensions; 1 to ${limits.dimensions} are possible.`);
  const dimensions = Array.from({ length: rank }, () => cursor.uint64(`a dimension of "${name}"`));
  const weights = dimensions.reduce((product, dimension) => product * dimension, 1n);
  if (weights < 1n || weights > 2n ** 40n)
    throw new GgufError(`Tensor "${name}" has an impossible size: ${dimensions.join(' x ')}.`);
  const id = cursor.uint32(`the type of "${name}"`);
  const type = tensorTypeOf(id);
  if (type === undefined)
    throw new GgufError(
      `Tensor "${name}" is stored as type ${id}; this program reads ${tensorTypeNames.join(', ')}.`,
    );
  if (Number(dimensions[0] ?? 0n) % tensorTypes[type].weights !== 0)
    throw new GgufError(
      `Tensor "${name}" has rows of ${dimensions[0]}, not whole ${type} blocks of ${tensorTypes[type].weights}.`,
    );
  const offset = cursor.uint64(`the offset of "${name}"`);
  if (offset > BigInt(Number.MAX_SAFE_INTEGER))
    throw new GgufError(`Tensor "${name}" has the impossible offset ${offset}.`);
  return {
    name,
    dimensions: dimensions.map(Number),
    type,
    weights: Number(weights),
    offset: Number(offset),
    bytes: storedBytes(type, Number(weights)),
  };
}

function checkPlacement(
  tensors: readonly TensorInfo[],
  alignment: number,
  dataStart: number,
  size: number,
): void {
  const names = new Set<string>();
  let end = dataStart;
  for (const tensor of tensors.toSorted((a, b) => a.offset - b.offset)) {
    if (names.has(tensor.name)) throw new GgufError(`Tensor "${tensor.name}" stands twice.`);
    names.add(tensor.name);
    if ((tensor.offset - dataStart) % alignment !== 0)
      throw new GgufError(`Tensor "${tensor.name}" does not begin at a multiple of ${alignment} bytes.`);
    if (tensor.offset < end) throw new GgufError(`Tensor "${tensor.name}" overlaps the one before it.`);
    end = tensor.offset + tensor.bytes;
    if (end > size)
      throw new GgufError(
        `Tensor "${tensor.name}" ends at byte ${end}, but the file has ${size}. It may be cut off.`,
      );
  }
}
