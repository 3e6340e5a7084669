import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GgufError, type MetadataValue } from './metadata.ts';
import { quantise } from './quantise.ts';
import { type ByteSource, readGguf } from './read.ts';
import { writeGguf } from './write.ts';

const memory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.byteLength,
  read: (offset, length) => bytes.slice(offset, offset + length),
});

const metadata = new Map<string, MetadataValue>([
  ['general.architecture', { type: 'string', value: 'llama' }],
  ['llama.block_count', { type: 'uint32', value: 30 }],
  ['llama.rope.freq_base', { type: 'float32', value: 100_000 }],
  ['general.size', { type: 'uint64', value: 2n ** 60n }],
  ['tokenizer.ggml.add_bos_token', { type: 'bool', value: true }],
  ['tokenizer.ggml.tokens', { type: 'array', of: 'string', value: ['a', 'é', '🙂'] }],
  ['tokenizer.ggml.token_type', { type: 'array', of: 'int32', value: [1, -1, 3] }],
]);

const weights = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i));
function file(): Uint8Array {
  const q8 = quantise('Q8_0', weights);
  const f32 = quantise('F32', weights.slice(0, 5));
  return Buffer.concat([
    ...writeGguf(metadata, [
      { name: 'norm', dimensions: [5], type: 'F32', bytes: f32.byteLength, data: () => f32 },
      {
        name: 'blk.0.attn_q.weight',
        dimensions: [32, 2],
        type: 'Q8_0',
        bytes: q8.byteLength,
        data: () => q8,
      },
    ]),
  ]);
}

describe('readGguf', () => {
  it('reads back what writeGguf wrote: metadata, table and bytes', () => {
    const bytes = file();
    const gguf = readGguf(memory(bytes));
    expect(gguf.version).toBe(3);
    expect(gguf.metadata).toEqual(metadata);
    expect(gguf.tensors.map((t) => [t.name, t.dimensions, t.type, t.weights])).toEqual([
      ['norm', [5], 'F32', 5],
      ['blk.0.attn_q.weight', [32, 2], 'Q8_0', 64],
    ]);
    const tensor = gguf.tensors[1]!;
    expect(Buffer.from(bytes.slice(tensor.offset, tensor.offset + tensor.bytes))).toEqual(
      Buffer.from(quantise('Q8_0', weights)),
    );
  });

  it('says plainly that another kind of file is not a model', () => {
    expect(() => readGguf(memory(new TextEncoder().encode('<!doctype html><p>Not a model</p>')))).toThrow(
      'does not begin with "GGUF"',
    );
    expect(() => readGguf(memory(new Uint8Array()))).toThrow(GgufError);
  });

  it('refuses huge counts, lengths, ranks and offsets before it allocates', () => {
    const damage = (at: number, value: bigint) => {
      const bytes = new Uint8Array(file());
      new DataView(bytes.buffer).setBigUint64(at, value, true);
      return () => readGguf(memory(bytes));
    };
    expect(damage(8, 2n ** 62n)).toThrow(/number of tensors is 4611686018427387904/);
    expect(damage(16, 60_000n)).toThrow(/number of metadata entries/);
    expect(damage(24, 2n ** 40n)).toThrow(/length of metadata key 0/);
  });

  it('refuses a file that is cut off in the weights', () => {
    expect(() => readGguf(memory(file().slice(0, -40)))).toThrow(/may be cut off/);
  });

  it('any damage to any byte is either read or refused with a GgufError, never another failure', () => {
    const whole = file();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(whole.length),
        (changes, length) => {
          const bytes = new Uint8Array(whole.slice(0, Math.max(24, length)));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          try {
            readGguf(memory(bytes));
          } catch (error) {
            expect(error).toBeInstanceOf(GgufError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
