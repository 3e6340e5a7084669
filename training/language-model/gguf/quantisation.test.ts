import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dequantise } from './dequantise.ts';
import { fromFloat16, toFloat16 } from './float16.ts';
import { quantise } from './quantise.ts';
import { tensorTypeNames, tensorTypes } from './tensor-type.ts';

const base64 = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const floats = base64.transform(
  (bytes) => new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)),
);
/** Made by tests/reference/gguf_values.py with the `gguf` Python package. */
const reference = z
  .object({
    dequantised: z.record(z.enum(tensorTypeNames), z.object({ bytes: base64, values: floats })),
    quantised: z.record(z.enum(['F16', 'Q8_0', 'Q4_0']), z.object({ weights: floats, bytes: base64 })),
  })
  .parse(JSON.parse(readFileSync('tests/reference/gguf-values.json', 'utf8')));

describe('dequantise', () => {
  it.each(tensorTypeNames)('%s gives the reference values', (type) => {
    const { bytes, values } = reference.dequantised[type];
    const actual = dequantise(type, bytes, values.length);
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(actual).toHaveLength(values.length);
    for (const [i, value] of values.entries())
      expect(Math.abs((actual[i] ?? 0) - value)).toBeLessThanOrEqual(largest * 2e-7);
  });

  it('refuses bytes that are not whole blocks, naming both sizes', () => {
    expect(() => dequantise('Q8_0', new Uint8Array(33), 32)).toThrow(/34 bytes .* got 33/);
    expect(() => dequantise('Q4_K', new Uint8Array(144), 200)).toThrow(RangeError);
  });
});

describe('quantise', () => {
  it.each(['F16', 'Q8_0', 'Q4_0'] as const)('%s writes the reference bytes', (type) => {
    const { weights, bytes } = reference.quantised[type];
    expect(Buffer.from(quantise(type, weights)).equals(Buffer.from(bytes))).toBe(true);
  });

  it('Q8_0 is within one step of the stored scale', () => {
    const block = fc.float32Array({ minLength: 32, maxLength: 32, min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(block, (weights) => {
        const back = dequantise('Q8_0', quantise('Q8_0', weights), 32);
        const step = Math.max(...weights.map(Math.abs)) / 127;
        // Half a step of rounding, and 2^-11 relative of the half-precision scale on up to 127 steps.
        for (const [i, weight] of weights.entries())
          expect(Math.abs((back[i] ?? 0) - weight)).toBeLessThanOrEqual(step * 0.57 + 127 * 2 ** -25);
      }),
    );
  });

  it('refuses a length that is not a multiple of 32', () => {
    expect(() => quantise('Q4_0', new Float32Array(31))).toThrow(/31 is not a multiple of 32/);
  });
});

describe('float16', () => {
  it('every finite half survives the round trip', () => {
    for (let half = 0; half < 0x10000; half += 1) {
      const value = fromFloat16(half);
      if (!Number.isNaN(value)) expect(toFloat16(value)).toBe(half);
    }
  });

  it('block sizes are those of the reference', () => {
    expect(Object.fromEntries(tensorTypeNames.map((name) => [name, tensorTypes[name].bytes]))).toMatchObject({
      Q4_K: 144,
      Q5_K: 176,
      Q6_K: 210,
    });
  });
});
