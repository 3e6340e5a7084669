import {
  type Metadata,
  type MetadataValue,
  type NumericType,
  type ValueType,
  valueBytes,
  valueTypes,
} from './metadata.ts';
import { type TensorType, tensorTypes } from './tensor-type.ts';

/** A tensor to write: its stored bytes are made when its turn comes, so that a model never stands in memory twice. */
export interface TensorToWrite {
  readonly name: string;
  readonly dimensions: readonly number[];
  readonly type: TensorType;
  readonly bytes: number;
  readonly data: () => Uint8Array;
}

/** Yields the bytes of a GGUF version 3 file in order. `alignment` is written as given in the metadata, else 32. */
export function* writeGguf(metadata: Metadata, tensors: readonly TensorToWrite[]): Generator<Uint8Array> {
  const declared = metadata.get('general.alignment');
  const alignment = declared?.type === 'uint32' ? Number(declared.value) : 32;
  const header = createByteWriter();
  header.ascii('GGUF');
  header.uint32(3);
  header.uint64(tensors.length);
  header.uint64(metadata.size);
  for (const [key, value] of metadata) {
    header.string(key);
    writeValue(header, value);
  }
  let offset = 0;
  for (const tensor of tensors) {
    header.string(tensor.name);
    header.uint32(tensor.dimensions.length);
    for (const dimension of tensor.dimensions) header.uint64(dimension);
    header.uint32(tensorTypes[tensor.type].id);
    header.uint64(offset);
    offset += padded(tensor.bytes, alignment);
  }
  yield header.finish(alignment);
  for (const tensor of tensors) {
    const data = tensor.data();
    if (data.byteLength !== tensor.bytes)
      throw new RangeError(
        `Tensor "${tensor.name}" has ${data.byteLength} bytes where ${tensor.bytes} were announced.`,
      );
    yield data;
    const padding = padded(tensor.bytes, alignment) - tensor.bytes;
    if (padding > 0) yield new Uint8Array(padding);
  }
}

const padded = (bytes: number, alignment: number) => Math.ceil(bytes / alignment) * alignment;

type ByteWriter = ReturnType<typeof createByteWriter>;

function createByteWriter() {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const push = (bytes: Uint8Array) => {
    parts.push(bytes);
    length += bytes.byteLength;
  };
  const scalar = (bytes: number, set: (view: DataView) => void) => {
    const view = new DataView(new ArrayBuffer(bytes));
    set(view);
    push(new Uint8Array(view.buffer));
  };
  const uint64 = (value: number | bigint) => scalar(8, (view) => view.setBigUint64(0, BigInt(value), true));
  return {
    ascii: (text: string) => push(encoder.encode(text)),
    scalar,
    uint32: (value: number) => scalar(4, (view) => view.setUint32(0, value, true)),
    uint64,
    string: (text: string) => {
      const bytes = encoder.encode(text);
      uint64(bytes.byteLength);
      push(bytes);
    },
    finish: (alignment: number): Uint8Array => {
      const out = new Uint8Array(padded(length, alignment));
      let at = 0;
      for (const part of parts) {
        out.set(part, at);
        at += part.byteLength;
      }
      return out;
    },
  };
}

function writeValue(writer: ByteWriter, entry: MetadataValue): void {
  writer.uint32(valueTypes.indexOf(entry.type));
  if (entry.type !== 'array') {
    writeScalar(writer, entry.type, entry.value);
    return;
  }
  writer.uint32(valueTypes.indexOf(entry.of));
  writer.uint64(entry.value.length);
  for (const value of entry.value) writeScalar(writer, entry.of, value);
}

/** How each number is laid out, little-endian. */
const layouts: Record<NumericType | 'bool', (view: DataView, value: number | bigint | boolean) => void> = {
  bool: (view, value) => view.setUint8(0, Number(value)),
  uint8: (view, value) => view.setUint8(0, Number(value)),
  int8: (view, value) => view.setInt8(0, Number(value)),
  uint16: (view, value) => view.setUint16(0, Number(value), true),
  int16: (view, value) => view.setInt16(0, Number(value), true),
  uint32: (view, value) => view.setUint32(0, Number(value), true),
  int32: (view, value) => view.setInt32(0, Number(value), true),
  float32: (view, value) => view.setFloat32(0, Number(value), true),
  uint64: (view, value) => view.setBigUint64(0, BigInt(value), true),
  int64: (view, value) => view.setBigInt64(0, BigInt(value), true),
  float64: (view, value) => view.setFloat64(0, Number(value), true),
};

function writeScalar(
  writer: ByteWriter,
  type: Exclude<ValueType, 'array'>,
  value: number | bigint | boolean | string,
): void {
  if (type === 'string') writer.string(String(value));
  else if (typeof value === 'string') throw new TypeError(`A text cannot be stored as ${type}.`);
  else writer.scalar(valueBytes[type], (view) => layouts[type](view, value));
}
