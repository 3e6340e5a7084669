import { fromBfloat16, fromFloat16 } from './float16.ts';
import { storedBytes, type TensorType, tensorTypes } from './tensor-type.ts';

/**
 * One block of stored bytes to weights. `at` is the block's first byte, `to` its first weight in `out`.
 * Block layouts are ggml's (`ggml-quants.c`); each is checked against the `gguf` Python package.
 */
type BlockReader = (view: DataView, at: number, out: Float32Array, to: number) => void;

const half = (view: DataView, at: number) => fromFloat16(view.getUint16(at, true));

/**
 * Stored bytes to float32 weights.
 * @throws RangeError when the bytes are not exactly `weights` weights of this type.
 */
export function dequantise(type: TensorType, bytes: Uint8Array, weights: number): Float32Array {
  const block = tensorTypes[type];
  if (weights % block.weights !== 0 || bytes.byteLength !== storedBytes(type, weights))
    throw new RangeError(
      `${weights} weights of type ${type} take ${storedBytes(type, weights)} bytes in whole blocks of ${block.weights}; got ${bytes.byteLength} bytes.`,
    );
  const out = new Float32Array(weights);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers[type];
  for (let at = 0, to = 0; to < weights; at += block.bytes, to += block.weights) read(view, at, out, to);
  return out;
}

const readers: Record<TensorType, BlockReader> = {
  F32: (view, at, out, to) => {
    out[to] = view.getFloat32(at, true);
  },
  F16: (view, at, out, to) => {
    out[to] = half(view, at);
  },
  BF16: (view, at, out, to) => {
    out[to] = fromBfloat16(view.getUint16(at, true));
  },
  Q8_0: (view, at, out, to) => {
    const scale = half(view, at);
    for (let i = 0; i < 32; i += 1) out[to + i] = scale * view.getInt8(at + 2 + i);
  },
  Q4_0: (view, at, out, to) => {
    const scale = half(view, at);
    readNibbles(view, at + 2, out, to, (q) => scale * (q - 8));
  },
  Q4_1: (view, at, out, to) => {
    const scale = half(view, at);
    const minimum = half(view, at + 2);
    readNibbles(view, at + 4, out, to, (q) => scale * q + minimum);
  },
  Q5_0: (view, at, out, to) => {
    const scale = half(view, at);
    readNibbles(view, at + 6, out, to, (q, i) => scale * ((q | fifthBit(view, at + 2, i)) - 16));
  },
  Q5_1: (view, at, out, to) => {
    const scale = half(view, at);
    const minimum = half(view, at + 2);
    readNibbles(view, at + 8, out, to, (q, i) => scale * (q | fifthBit(view, at + 4, i)) + minimum);
  },
  Q4_K: (view, at, out, to) => readSubBlocks(view, at, out, to, at + 16, () => 0),
  Q5_K: (view, at, out, to) => {
    // The fifth bit of weight `i` of sub-block `s` is bit `s` of byte `i`.
    const high = at + 16;
    readSubBlocks(view, at, out, to, at + 48, (sub, i) => ((view.getUint8(high + i) >> sub) & 1) << 4);
  },
  Q6_K: (view, at, out, to) => {
    const scale = half(view, at + 208);
    for (let group = 0; group < 2; group += 1) {
      const low = at + group * 64;
      const high = at + 128 + group * 32;
      const scales = at + 192 + group * 8;
      for (let part = 0; part < 4; part += 1) {
        for (let i = 0; i < 32; i += 1) {
          const byte = view.getUint8(low + i + (part & 1) * 32);
          const lowBits = part < 2 ? byte & 0xf : byte >> 4;
          const highBits = (view.getUint8(high + i) >> (part * 2)) & 3;
          const sub = view.getInt8(scales + (i >> 4) + part * 2);
          out[to + group * 128 + part * 32 + i] = scale * sub * ((lowBits | (highBits << 4)) - 32);
        }
      }
    }
  },
};

/** Bit `i` of the four bytes at `at`, as the fifth bit of weight `i`. */
const fifthBit = (view: DataView, at: number, i: number) => ((view.getUint32(at, true) >>> i) & 1) << 4;

/** 16 bytes: the lower halves are weights 0 to 15, the upper halves 16 to 31. */
function readNibbles(
  view: DataView,
  at: number,
  out: Float32Array,
  to: number,
  value: (q: number, weight: number) => number,
): void {
  for (let i = 0; i < 16; i += 1) {
    const byte = view.getUint8(at + i);
    out[to + i] = value(byte & 0xf, i);
    out[to + 16 + i] = value(byte >> 4, 16 + i);
  }
}

/** Eight sub-blocks of 32 weights with 6-bit scales and minima, as Q4_K and Q5_K store them. */
function readSubBlocks(
  view: DataView,
  at: number,
  out: Float32Array,
  to: number,
  quants: number,
  highBit: (sub: number, i: number) => number,
): void {
  const scale = half(view, at);
  const minimum = half(view, at + 2);
  for (let sub = 0; sub < 8; sub += 1) {
    const [subScale, subMinimum] = sixBitPair(view, at + 4, sub);
    const bytes = quants + (sub >> 1) * 32;
    for (let i = 0; i < 32; i += 1) {
      const byte = view.getUint8(bytes + i);
      const q = ((sub & 1) === 0 ? byte & 0xf : byte >> 4) + highBit(sub, i);
      out[to + sub * 32 + i] = scale * subScale * q - minimum * subMinimum;
    }
  }
}

/** The 6-bit scale and minimum of sub-block `sub` out of the twelve packed bytes at `at`. */
function sixBitPair(view: DataView, at: number, sub: number): [number, number] {
  const byte = (i: number) => view.getUint8(at + i);
  if (sub < 4) return [byte(sub) & 63, byte(sub + 4) & 63];
  return [
    (byte(sub + 4) & 0xf) | ((byte(sub - 4) >> 6) << 4),
    (byte(sub + 4) >> 4) | ((byte(sub) >> 6) << 4),
  ];
}
