import { createRandom } from '../../shared/random.ts';
import type { MetadataValue } from './gguf/metadata.ts';
import { quantise } from './gguf/quantise.ts';
import { type TensorToWrite, writeGguf } from './gguf/write.ts';

/** A whole llama model file of a few kilobytes with random weights: two layers, width 32, 64 tokens. */
export function tinyModelFile(seed: number): Buffer {
  const [width, heads, groups, headSize, feedForward, vocabulary, layers] = [32, 4, 2, 8, 64, 64, 2];
  const random = createRandom(seed);
  const tokens = [
    '<|im_end|>',
    ...Array.from({ length: vocabulary - 1 }, (_, i) => String.fromCharCode(33 + i)),
  ];
  const metadata = new Map<string, MetadataValue>([
    ['general.architecture', { type: 'string', value: 'llama' }],
    ['llama.block_count', { type: 'uint32', value: layers }],
    ['llama.embedding_length', { type: 'uint32', value: width }],
    ['llama.attention.head_count', { type: 'uint32', value: heads }],
    ['llama.attention.head_count_kv', { type: 'uint32', value: groups }],
    ['llama.feed_forward_length', { type: 'uint32', value: feedForward }],
    ['llama.context_length', { type: 'uint32', value: 128 }],
    ['llama.attention.layer_norm_rms_epsilon', { type: 'float32', value: 1e-5 }],
    ['tokenizer.ggml.model', { type: 'string', value: 'gpt2' }],
    ['tokenizer.ggml.pre', { type: 'string', value: 'smollm' }],
    ['tokenizer.ggml.tokens', { type: 'array', of: 'string', value: tokens }],
    [
      'tokenizer.ggml.token_type',
      { type: 'array', of: 'int32', value: tokens.map((_, i) => (i === 0 ? 3 : 1)) },
    ],
    ['tokenizer.ggml.merges', { type: 'array', of: 'string', value: [] }],
    ['tokenizer.ggml.eos_token_id', { type: 'uint32', value: 0 }],
  ]);
  const tensor = (name: string, dimensions: readonly number[], around = 0): TensorToWrite => {
    const length = dimensions.reduce((a, b) => a * b, 1);
    const values = Float32Array.from({ length }, () => around + random.normal() * 0.15);
    const bytes = quantise('F32', values);
    return { name, dimensions, type: 'F32', bytes: bytes.byteLength, data: () => bytes };
  };
  const blocks = Array.from({ length: layers }, (_, layer) => [
    tensor(`blk.${layer}.attn_norm.weight`, [width], 1),
    tensor(`blk.${layer}.attn_q.weight`, [width, heads * headSize]),
    tensor(`blk.${layer}.attn_k.weight`, [width, groups * headSize]),
    tensor(`blk.${layer}.attn_v.weight`, [width, groups * headSize]),
    tensor(`blk.${layer}.attn_output.weight`, [heads * headSize, width]),
    tensor(`blk.${layer}.ffn_norm.weight`, [width], 1),
    tensor(`blk.${layer}.ffn_gate.weight`, [width, feedForward]),
    tensor(`blk.${layer}.ffn_up.weight`, [width, feedForward]),
    tensor(`blk.${layer}.ffn_down.weight`, [feedForward, width]),
  ]).flat();
  return Buffer.concat([
    ...writeGguf(metadata, [
      tensor('token_embd.weight', [width, vocabulary]),
      ...blocks,
      tensor('output_norm.weight', [width], 1),
    ]),
  ]);
}
