import { z } from 'zod';
import { fromBfloat16, fromFloat16 } from './gguf/float16.ts';

/** A float32 tensor with its shape, row by row. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The content of a safetensors file: named tensors and texts. */
export interface StoredTensors {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Bytes of one value, and how they become float32. */
const readers = {
  F32: { size: 4, read: (data: Uint8Array) => new Float32Array(data.buffer) },
  BF16: { size: 2, read: (data: Uint8Array) => halves(data, fromBfloat16) },
  F16: { size: 2, read: (data: Uint8Array) => halves(data, fromFloat16) },
} as const;

const entrySchema = z.object({
  dtype: z.enum(['F32', 'BF16', 'F16']),
  shape: z.array(z.int().min(0)),
  data_offsets: z.tuple([z.int().min(0), z.int().min(0)]),
});
const metadataSchema = z.record(z.string(), z.string());

/**
 * Writes float32 tensors as the safetensors format has it: length of the header, JSON header, little-endian values.
 * Source: https://huggingface.co/docs/safetensors
 */
export function encodeSafetensors({ tensors, metadata }: StoredTensors): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    const start = end;
    end += values.byteLength;
    header[name] = { dtype: 'F32', shape, data_offsets: [start, end] };
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  // Spaces bring the values to a multiple of eight bytes.
  const length = Math.ceil(text.byteLength / 8) * 8;
  const out = new Uint8Array(8 + length + end);
  new DataView(out.buffer).setBigUint64(0, BigInt(length), true);
  out.fill(0x20, 8, 8 + length);
  out.set(text, 8);
  let at = 8 + length;
  for (const { values } of tensors.values()) {
    out.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return out;
}

/**
 * Reads tensors of float32, float16 or bfloat16, as trainers leave them, as float32.
 * @throws Error when the bytes are cut off, or hold another kind of values.
 */
export function decodeSafetensors(bytes: Uint8Array): StoredTensors {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength < 8 ? Number.NaN : Number(view.getBigUint64(0, true));
  if (!(length <= bytes.byteLength - 8)) throw new Error('The file is cut off inside its header.');
  const text = new TextDecoder().decode(bytes.subarray(8, 8 + length));
  const { __metadata__, ...entries } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const tensors = new Map<string, StoredTensor>();
  for (const [name, entry] of Object.entries(entries)) {
    const { dtype, shape, data_offsets } = entrySchema.parse(entry);
    const [start, end] = data_offsets;
    // A copy of its own: the `slice` of a Buffer, as files are read into, would share the whole file's memory.
    const data = new Uint8Array(bytes.subarray(8 + length + start, 8 + length + end));
    const { size, read } = readers[dtype];
    if (data.byteLength !== size * shape.reduce((product, length) => product * length, 1))
      throw new Error(`Tensor "${name}" is cut off or has another shape than it says.`);
    tensors.set(name, { shape, values: read(data) });
  }
  return { tensors, metadata: metadataSchema.parse(__metadata__ ?? {}) };
}

/** Little-endian 16-bit values as numbers. */
function halves(data: Uint8Array, read: (half: number) => number): Float32Array {
  return Float32Array.from(new Uint16Array(data.buffer), read);
}
