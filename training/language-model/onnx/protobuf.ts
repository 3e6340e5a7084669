/** The part of the protocol-buffers wire format that an ONNX model needs. Source: protobuf.dev, "Encoding". */

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
}

const key = (field: number, wireType: number) => varint(BigInt((field << 3) | wireType));

/** A 64-bit integer field. */
export function integerField(field: number, value: number): Uint8Array {
  return Uint8Array.from([...key(field, 0), ...varint(BigInt(value))]);
}

/** A 32-bit float field. */
export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return Uint8Array.from([...key(field, 5), ...bytes]);
}

/** A field of bytes, text or a nested message. */
export function bytesField(field: number, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const encoder = new TextEncoder();
  const body = concatenate(parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part)));
  return concatenate([Uint8Array.from([...key(field, 2), ...varint(BigInt(body.byteLength))]), body]);
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}
