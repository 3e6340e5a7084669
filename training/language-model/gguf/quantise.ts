import { toFloat16 } from './float16.ts';
import { storedBytes } from './tensor-type.ts';

/** The types we write: exact, half precision, and the two that every Ollama runs fast. */
export type WritableType = 'F32' | 'F16' | 'Q8_0' | 'Q4_0';

/**
 * Float32 weights to stored bytes, rounding as ggml's reference quantisers do.
 * @throws RangeError when the weights are not whole blocks.
 */
export function quantise(type: WritableType, weights: Float32Array): Uint8Array {
  if ((type === 'Q8_0' || type === 'Q4_0') && weights.length % 32 !== 0)
    throw new RangeError(`${type} stores blocks of 32 weights; ${weights.length} is not a multiple of 32.`);
  const bytes = new Uint8Array(storedBytes(type, weights.length));
  const view = new DataView(bytes.buffer);
  switch (type) {
    case 'F32':
      for (let i = 0; i < weights.length; i += 1) view.setFloat32(i * 4, weights[i] ?? 0, true);
      break;
    case 'F16':
      for (let i = 0; i < weights.length; i += 1) view.setUint16(i * 2, toFloat16(weights[i] ?? 0), true);
      break;
    case 'Q8_0':
      for (let block = 0; block < weights.length / 32; block += 1)
        writeQ8Block(view, block * 34, weights, block * 32);
      break;
    case 'Q4_0':
      for (let block = 0; block < weights.length / 32; block += 1)
        writeQ4Block(view, block * 18, weights, block * 32);
      break;
  }
  return bytes;
}

function writeQ8Block(view: DataView, at: number, weights: Float32Array, from: number): void {
  let largest = 0;
  for (let i = 0; i < 32; i += 1) largest = Math.max(largest, Math.abs(weights[from + i] ?? 0));
  const scale = Math.fround(largest / 127);
  const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
  view.setUint16(at, toFloat16(scale), true);
  for (let i = 0; i < 32; i += 1) {
    const scaled = Math.fround((weights[from + i] ?? 0) * inverse);
    // C's roundf: halves go away from zero.
    view.setInt8(at + 2 + i, Math.sign(scaled) * Math.floor(Math.abs(scaled) + 0.5));
  }
}

function writeQ4Block(view: DataView, at: number, weights: Float32Array, from: number): void {
  // The weight of largest magnitude, with its sign, becomes -8: the code book reaches further down than up.
  let extreme = 0;
  for (let i = 0; i < 32; i += 1) {
    const weight = weights[from + i] ?? 0;
    if (Math.abs(weight) > Math.abs(extreme)) extreme = weight;
  }
  const scale = Math.fround(extreme / -8);
  const inverse = scale === 0 ? 0 : Math.fround(1 / scale);
  view.setUint16(at, toFloat16(scale), true);
  const code = (i: number) => Math.min(15, Math.trunc(Math.fround((weights[from + i] ?? 0) * inverse) + 8.5));
  for (let i = 0; i < 16; i += 1) view.setUint8(at + 2 + i, code(i) | (code(i + 16) << 4));
}
