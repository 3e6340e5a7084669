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

it('refuses a file that was cut off anywhere', () => {
  const bytes = encodeSafetensors({
    tensors: new Map([['a', { shape: [2, 2], values: Float32Array.from([1, 2, 3, 4]) }]]),
    metadata: {},
  });
  for (let length = 0; length < bytes.byteLength; length += 1)
    expect(() => decodeSafetensors(bytes.slice(0, length))).toThrow();
});
