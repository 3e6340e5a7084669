/**
 * The tensor storage types we read: block length in weights and block size in bytes.
 * Source: ggml's `ggml_type` table; numbers are the ones written in a GGUF file.
 */
export const tensorTypes = {
  F32: { id: 0, weights: 1, bytes: 4 },
  F16: { id: 1, weights: 1, bytes: 2 },
  Q4_0: { id: 2, weights: 32, bytes: 18 },
  Q4_1: { id: 3, weights: 32, bytes: 20 },
  Q5_0: { id: 6, weights: 32, bytes: 22 },
  Q5_1: { id: 7, weights: 32, bytes: 24 },
  Q8_0: { id: 8, weights: 32, bytes: 34 },
  Q4_K: { id: 12, weights: 256, bytes: 144 },
  Q5_K: { id: 13, weights: 256, bytes: 176 },
  Q6_K: { id: 14, weights: 256, bytes: 210 },
  BF16: { id: 30, weights: 1, bytes: 2 },
} as const;

export type TensorType = keyof typeof tensorTypes;

export const tensorTypeNames = Object.keys(tensorTypes) as TensorType[];

/** The type written as `id` in a file, or undefined when it is not one we read. */
export function tensorTypeOf(id: number): TensorType | undefined {
  return tensorTypeNames.find((name) => tensorTypes[name].id === id);
}

/** Bytes that `weights` weights take; the count must be whole blocks. */
export function storedBytes(type: TensorType, weights: number): number {
  const block = tensorTypes[type];
  return (weights / block.weights) * block.bytes;
}
