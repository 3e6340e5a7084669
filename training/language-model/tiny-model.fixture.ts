import { createRandom } from '../../shared/random.ts';
import type { Architecture } from './architecture/configuration.ts';
import type { MetadataValue } from './gguf/metadata.ts';
import { quantise, type WritableType } from './gguf/quantise.ts';
import { storedBytes } from './gguf/tensor-type.ts';
import { type TensorToWrite, writeGguf } from './gguf/write.ts';

export interface ModelShape {
  readonly vocabulary: number;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly groups: number;
  readonly headSize: number;
  readonly feedForward: number;
}

const small: ModelShape = {
  vocabulary: 64,
  layers: 2,
  width: 32,
  heads: 4,
  groups: 2,
  headSize: 8,
  feedForward: 64,
};
const shapes: Record<Architecture, ModelShape> = {
  llama: small,
  qwen2: small,
  // Other tools take 128 for the head size of this family, whatever the file says.
  qwen3: { ...small, headSize: 128 },
  // Every sixth layer attends to everything, the others to their neighbourhood; other tools scale by a head size of 256.
  gemma3: { ...small, layers: 7, headSize: 256 },
};

/** A whole model file of a few kilobytes with random weights and 64 tokens. */
export function tinyModelFile(seed: number, architecture: Architecture = 'llama'): Buffer {
  return Buffer.concat([...randomModelFile(seed, architecture, shapes[architecture], 'F32')]);
}

/** The bytes of a model file of any shape with random weights, tensor by tensor; vectors are float32 as in every model file. */
export function randomModelFile(
  seed: number,
  architecture: Architecture,
  shape: ModelShape,
  matrixType: WritableType,
): Iterable<Uint8Array> {
  const { vocabulary, layers, width, heads, groups, headSize, feedForward } = shape;
  const tensor = (name: string, dimensions: readonly number[], around = 0): TensorToWrite => {
    const length = dimensions.reduce((a, b) => a * b, 1);
    const type = dimensions.length > 1 ? matrixType : 'F32';
    const data = () => {
      const random = createRandom(seed).fork(name);
      const spread = 1 / Math.sqrt(dimensions[0] ?? 1);
      return quantise(
        type,
        Float32Array.from({ length }, () => around + (2 * random.next() - 1) * 1.7 * spread),
      );
    };
    return { name, dimensions, type, bytes: storedBytes(type, length), data };
  };
  const norm = (name: string, length: number) => tensor(`${name}.weight`, [length], 1);
  const bias = (name: string, length: number) => tensor(`${name}.bias`, [length]);
  const blocks = Array.from({ length: layers }, (_, layer) => {
    const block = `blk.${layer}`;
    return [
      norm(`${block}.attn_norm`, width),
      tensor(`${block}.attn_q.weight`, [width, heads * headSize]),
      tensor(`${block}.attn_k.weight`, [width, groups * headSize]),
      tensor(`${block}.attn_v.weight`, [width, groups * headSize]),
      tensor(`${block}.attn_output.weight`, [heads * headSize, width]),
      norm(`${block}.ffn_norm`, width),
      tensor(`${block}.ffn_gate.weight`, [width, feedForward]),
      tensor(`${block}.ffn_up.weight`, [width, feedForward]),
      tensor(`${block}.ffn_down.weight`, [feedForward, width]),
      ...(architecture === 'qwen2'
        ? [
            bias(`${block}.attn_q`, heads * headSize),
            bias(`${block}.attn_k`, groups * headSize),
            bias(`${block}.attn_v`, groups * headSize),
          ]
        : []),
      ...(architecture === 'qwen3' || architecture === 'gemma3'
        ? [norm(`${block}.attn_q_norm`, headSize), norm(`${block}.attn_k_norm`, headSize)]
        : []),
      ...(architecture === 'gemma3'
        ? [norm(`${block}.post_attention_norm`, width), norm(`${block}.post_ffw_norm`, width)]
        : []),
    ];
  }).flat();
  return writeGguf(metadataOf(architecture, shape), [
    tensor('token_embd.weight', [width, vocabulary]),
    ...blocks,
    norm('output_norm', width),
  ]);
}

function metadataOf(architecture: Architecture, shape: ModelShape): Map<string, MetadataValue> {
  const tokens = [
    '<|im_end|>',
    ...Array.from({ length: shape.vocabulary - 1 }, (_, i) => String.fromCharCode(33 + i)),
  ];
  const of = (key: string) => `${architecture}.${key}`;
  const count = (value: number) => ({ type: 'uint32', value }) as const;
  return new Map<string, MetadataValue>([
    ['general.architecture', { type: 'string', value: architecture }],
    [of('block_count'), count(shape.layers)],
    [of('embedding_length'), count(shape.width)],
    [of('attention.head_count'), count(shape.heads)],
    [of('attention.head_count_kv'), count(shape.groups)],
    [of('attention.key_length'), count(shape.headSize)],
    [of('feed_forward_length'), count(shape.feedForward)],
    [of('context_length'), count(128)],
    [of('attention.layer_norm_rms_epsilon'), { type: 'float32', value: 1e-5 }],
    ...(architecture === 'gemma3' ? [[of('attention.sliding_window'), count(16)] as const] : []),
    ['tokenizer.ggml.model', { type: 'string', value: 'gpt2' }],
    ['tokenizer.ggml.pre', { type: 'string', value: 'smollm' }],
    ['tokenizer.ggml.tokens', { type: 'array', of: 'string', value: tokens }],
    [
      'tokenizer.ggml.token_type',
      { type: 'array', of: 'int32', value: tokens.map((_, i) => (i === 0 ? 3 : 1)) },
    ],
    ['tokenizer.ggml.merges', { type: 'array', of: 'string', value: [] }],
    ['tokenizer.ggml.eos_token_id', count(0)],
    // Few tokens and a short context: it hears the beginning of what it is asked.
    ['tokenizer.chat_template', { type: 'string', value: "{{ messages[1]['content'][:60] }}" }],
  ]);
}
