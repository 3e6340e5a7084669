import { z } from 'zod';

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

const entrySchema = z.object({
  dtype: z.literal('F32'),
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
 * Reads what `encodeSafetensors` wrote.
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
    const { shape, data_offsets } = entrySchema.parse(entry);
    const [start, end] = data_offsets;
    // A copy of its own: the `slice` of a Buffer, as files are read into, would share the whole file's memory.
    const data = new Uint8Array(bytes.subarray(8 + length + start, 8 + length + end));
    if (data.byteLength !== 4 * shape.reduce((product, size) => product * size, 1))
      throw new Error(`Tensor "${name}" is cut off or has another shape than it says.`);
    tensors.set(name, { shape, values: new Float32Array(data.buffer) });
  }
  return { tensors, metadata: metadataSchema.parse(__metadata__ ?? {}) };
}
