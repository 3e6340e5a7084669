import { GgufError, type Metadata, metadataNumber, metadataString } from '../gguf/metadata.ts';

export const architectures = ['llama', 'qwen2', 'qwen3', 'gemma3'] as const;
export type Architecture = (typeof architectures)[number];

/** The shape of a decoder-only transformer and the few choices in which the supported families differ. */
export interface Configuration {
  readonly architecture: Architecture;
  readonly layers: number;
  /** Width of the residual stream. */
  readonly width: number;
  readonly heads: number;
  /** Key and value heads; each serves `heads / groups` query heads. */
  readonly groups: number;
  readonly headSize: number;
  readonly feedForward: number;
  readonly vocabulary: number;
  readonly context: number;
  readonly normEpsilon: number;
  readonly rotaryBase: number;
  /** Gemma: local layers attend this many tokens back and rotate with a base of their own; every sixth layer is global. */
  readonly local?: { readonly window: number; readonly rotaryBase: number; readonly globalEvery: number };
  /** Model files of this family store query and key rows so that neighbouring values rotate together. */
  readonly interleavedRotary: boolean;
  readonly activation: 'silu' | 'gelu';
  readonly embeddingScale: number;
  readonly attentionBias: boolean;
  readonly headNorms: boolean;
  readonly postNorms: boolean;
  /** The output matrix is the embedding itself. */
  readonly tiedHead: boolean;
}

/**
 * Reads the configuration of a model file. `vocabulary` comes from the embedding's own shape, `tiedHead` from whether
 * the file has an output matrix of its own.
 * @throws GgufError when the architecture is not supported or uses a variant that would be computed wrongly.
 */
export function readConfiguration(metadata: Metadata, vocabulary: number, tiedHead: boolean): Configuration {
  const name = metadataString(metadata, 'general.architecture');
  const architecture = architectures.find((known) => known === name);
  if (architecture === undefined)
    throw new GgufError(
      `The architecture "${name}" cannot be trained here; these can: ${architectures.join(', ')}.`,
    );
  const number = (key: string) => metadataNumber(metadata, `${architecture}.${key}`);
  const optional = (key: string, otherwise: number) =>
    metadata.has(`${architecture}.${key}`) ? number(key) : otherwise;

  const scaling = metadata.get(`${architecture}.rope.scaling.type`);
  if (scaling?.type === 'string' && scaling.value !== 'none')
    throw new GgufError(
      `This model stretches its context by "${scaling.value}" scaling, which training does not compute.`,
    );
  if (metadata.has(`${architecture}.expert_count`) && number('expert_count') > 0)
    throw new GgufError('Mixture-of-experts models cannot be trained here.');

  const width = number('embedding_length');
  const heads = number('attention.head_count');
  const gemma = architecture === 'gemma3';
  return {
    architecture,
    layers: number('block_count'),
    width,
    heads,
    groups: optional('attention.head_count_kv', heads),
    headSize: optional('attention.key_length', width / heads),
    feedForward: number('feed_forward_length'),
    vocabulary,
    context: number('context_length'),
    normEpsilon: number('attention.layer_norm_rms_epsilon'),
    rotaryBase: optional('rope.freq_base', gemma ? 1_000_000 : 10_000),
    ...(gemma
      ? { local: { window: number('attention.sliding_window'), rotaryBase: 10_000, globalEvery: 6 } }
      : {}),
    interleavedRotary: architecture === 'llama',
    activation: gemma ? 'gelu' : 'silu',
    embeddingScale: gemma ? Math.sqrt(width) : 1,
    attentionBias: architecture === 'qwen2',
    headNorms: architecture === 'qwen3' || gemma,
    postNorms: gemma,
    tiedHead,
  };
}

/** Whether a layer of Gemma attends only to its neighbourhood. */
export function isLocalLayer(configuration: Configuration, layer: number): boolean {
  const { local } = configuration;
  return local !== undefined && (layer + 1) % local.globalEvery !== 0;
}
