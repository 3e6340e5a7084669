import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';

const tensor = fc
  .array(fc.float({ noNaN: true }), { maxLength: 12 })
  .map((values) => ({ shape: [values.length], values: Float32Array.from(values) }));
const content = fc.record({
  tensors: fc
    .dictionary(fc.stringMatching(/^[a-z.]{1,12}$/), tensor)
    .map((named) => new Map(Object.entries(named))),
  metadata: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string()),
});

it('there and back is the identity', () => {
  fc.assert(
    fc.property(content, (stored) => {
      const read = decodeSafetensors(encodeSafetensors(stored));
      expect(read.tensors).toEqual(stored.tensors);
      expect({ ...read.metadata }).toEqual({ ...stored.metadata });
    }),
  );
});

it('reads what the file system hands over, a Buffer, and copies out of it', () => {
  const tensors = new Map([
    ['a', { shape: [2], values: Float32Array.from([1, 2]) }],
    ['b', { shape: [1], values: Float32Array.from([3]) }],
  ]);
  const file = Buffer.from(encodeSafetensors({ tensors, metadata: {} }));
  const read = decodeSafetensors(file).tensors;
  file.fill(0);
  expect(read).toEqual(tensors);
});

it.each([
  ['BF16', [0x3f80, 0xc049, 0x0000], [1, -3.140625, 0]],
  ['F16', [0x3c00, 0xc248, 0x0001], [1, -3.140625, 2 ** -24]],
])('reads %s as float32', (dtype, halves, values) => {
  const header = `{"a":{"dtype":"${dtype}","shape":[3],"data_offsets":[0,6]}}`.padEnd(64);
  const bytes = new Uint8Array(8 + 64 + 6);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, 64n, true);
  bytes.set(new TextEncoder().encode(header), 8);
  for (const [i, half] of halves.entries()) view.setUint16(72 + 2 * i, half, true);
  const read = decodeSafetensors(bytes).tensors;
  expect(read).toEqual(new Map([['a', { shape: [3], values: Float32Array.from(values) }]]));
});

it('refuses values that it cannot read, by name', () => {
  const text = '{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}'.padEnd(56);
  const bytes = new Uint8Array(8 + 56 + 8);
  new DataView(bytes.buffer).setBigUint64(0, 56n, true);
  bytes.set(new TextEncoder().encode(text), 8);
  expect(() => decodeSafetensors(bytes)).toThrow(/F32.*BF16.*F16/s);
});

it('refuses a file that was cut off anywhere', () => {
  const bytes = encodeSafetensors({
    tensors: new Map([['a', { shape: [2, 2], values: Float32Array.from([1, 2, 3, 4]) }]]),
    metadata: {},
  });
  for (let length = 0; length < bytes.byteLength; length += 1)
    expect(() => decodeSafetensors(bytes.slice(0, length))).toThrow();
});
