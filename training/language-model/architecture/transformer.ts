import { arithmetic } from '../autodiff/arithmetic.ts';
import { operations } from '../autodiff/operations.ts';
import { createTape } from '../autodiff/tape.ts';
import { createGraph, type Graph, type Tensor } from '../onnx/graph.ts';
import { type Configuration, isLocalLayer } from './configuration.ts';
import { type AdapterPlace, adapterNames, type Projection, projectionShape } from './projections.ts';

/** What the graph computes besides the loss. */
export interface TransformerGraph {
  readonly graph: Graph;
  /** Log-probability of each target token, [predictions, 1]. */
  readonly logProbabilities: Tensor;
  /** Entropy in nats of each predicted distribution, [predictions, 1]. */
  readonly entropy: Tensor;
  /** Log-probability of every token of the vocabulary, [predictions, vocabulary]. */
  readonly logDistribution: Tensor;
  /** What the vocabulary is scored from, [predictions, width]. */
  readonly hidden: Tensor;
  /** Gradient of `-sum(weight · log-probability)` for each adapter matrix, in the order of `adapterPlaces`. */
  readonly gradients: readonly Tensor[];
  readonly adapters: readonly Tensor[];
  /** Keys and values of the pass's own tokens, layer by layer, [tokens, groups, head size] each. */
  readonly cached: readonly { readonly keys: Tensor; readonly values: Tensor }[];
}

export interface TransformerOptions {
  /** Tokens of one pass; packed texts share it. */
  readonly tokens: number;
  /** Rows of the pass for which the vocabulary is scored: a large part of the work, and prompts need none of it. */
  readonly predictions: number;
  readonly rank: number;
  /** LoRA's alpha divided by its rank. */
  readonly adapterScale: number;
  readonly places: readonly AdapterPlace[];
  /** Leave the backward pass out, for scoring. */
  readonly forwardOnly?: boolean;
  /** How many tokens of earlier passes are seen too; without a backward pass only. */
  readonly earlier?: number;
}

/**
 * One graph for the forward and backward pass of a frozen transformer with LoRA adapters. Inputs: the model's weights
 * by their names in the file, `tokens` [tokens], `predicted` [predictions, tokens] (one 1 a row: the token from which it
 * is predicted), `targets` [predictions], `weights` [predictions, 1] (per-token factor of the loss, so that imitation,
 * policy gradients and preference losses share the graph), `mask` [tokens, earlier + tokens], `cosine` and `sine`
 * [tokens, 1, head size], the same with `Local` behind for Gemma, the adapters, and with `earlier` tokens their `keys` and
 * `values` of each layer, [earlier, groups, head size].
 */
export function buildTransformer(
  configuration: Configuration,
  options: TransformerOptions,
): TransformerGraph {
  const { width, heads, groups, headSize, normEpsilon, vocabulary } = configuration;
  const { tokens, predictions, earlier = 0 } = options;
  const graph = createGraph();
  const tape = createTape(graph);
  const math = arithmetic(graph);
  const op = operations(tape);

  const embedding = graph.input('token_embd.weight', [vocabulary, width]);
  const positions = rotaryInputs(graph, configuration, tokens, earlier);
  const predicted = graph.input('predicted', [predictions, tokens]);
  const targets = graph.input('targets', [predictions], 'int64');
  const lossWeights = graph.input('weights', [predictions, 1]);
  const adapters: Tensor[] = [];
  const cached: { keys: Tensor; values: Tensor }[] = [];

  const weight = (name: string, shape: readonly number[]) => graph.input(`${name}.weight`, shape);
  const norm = (x: Tensor, name: string, size: number) => op.rmsNorm(x, weight(name, [size]), normEpsilon);

  /** A frozen projection, with the file's bias where the family has one and a trainable correction where asked. */
  const project = (x: Tensor, layer: number, projection: Projection): Tensor => {
    const [inputs, outputs] = projectionShape(configuration, projection);
    const name = `blk.${layer}.${projection}`;
    let y = op.linear(x, weight(name, [outputs, inputs]));
    if (configuration.attentionBias && ['attn_q', 'attn_k', 'attn_v'].includes(projection))
      y = op.addFrozen(y, graph.input(`${name}.bias`, [outputs]));
    if (!options.places.some((place) => place.layer === layer && place.projection === projection)) return y;
    const names = adapterNames({ layer, projection });
    const a = graph.input(names.a, [inputs, options.rank]);
    const b = graph.input(names.b, [options.rank, outputs]);
    adapters.push(a, b);
    return op.add(y, op.lowRank(x, a, b, options.adapterScale));
  };

  const afterEarlier = (own: Tensor, layer: number, part: 'keys' | 'values'): Tensor => {
    if (earlier === 0) return own;
    const before = graph.input(cacheName(layer, part), [earlier, groups, headSize]);
    return graph.node('Concat', [before, own], [earlier + tokens, groups, headSize], { axis: 0 });
  };

  const attend = (x: Tensor, layer: number): Tensor => {
    const { cosine, sine, mask } = isLocalLayer(configuration, layer) ? positions.local : positions.global;
    const split = (y: Tensor, count: number) => op.reshape(y, [tokens, count, headSize]);
    let q = split(project(x, layer, 'attn_q'), heads);
    let k = split(project(x, layer, 'attn_k'), groups);
    const v = split(project(x, layer, 'attn_v'), groups);
    if (configuration.headNorms) {
      q = norm(q, `blk.${layer}.attn_q_norm`, headSize);
      k = norm(k, `blk.${layer}.attn_k_norm`, headSize);
    }
    const keys = op.rotate(k, cosine, sine);
    cached.push({ keys, values: v });
    const mixed = op.attention(
      op.rotate(q, cosine, sine),
      afterEarlier(keys, layer, 'keys'),
      afterEarlier(v, layer, 'values'),
      mask,
      1 / Math.sqrt(headSize),
    );
    return project(mixed, layer, 'attn_output');
  };

  const feedForward = (x: Tensor, layer: number): Tensor =>
    project(
      op.gated(project(x, layer, 'ffn_gate'), project(x, layer, 'ffn_up'), configuration.activation),
      layer,
      'ffn_down',
    );

  const tokenIds = graph.input('tokens', [tokens], 'int64');
  let x = graph.node('Gather', [embedding, tokenIds], [tokens, width], { axis: 0 });
  if (configuration.embeddingScale !== 1) x = math.multiply(x, math.scalar(configuration.embeddingScale));
  for (let layer = 0; layer < configuration.layers; layer += 1) {
    const after = (y: Tensor, name: string) =>
      configuration.postNorms ? norm(y, `blk.${layer}.${name}`, width) : y;
    x = op.add(x, after(attend(norm(x, `blk.${layer}.attn_norm`, width), layer), 'post_attention_norm'));
    x = op.add(x, after(feedForward(norm(x, `blk.${layer}.ffn_norm`, width), layer), 'post_ffw_norm'));
  }
  const hidden = norm(op.select(x, predicted), 'output_norm', width);
  const head = configuration.tiedHead ? embedding : weight('output', [vocabulary, width]);

  const logits = math.productTransposed(hidden, head);
  const logDistribution = math.logSoftmax(logits);
  const distribution = math.exp(logDistribution);
  const column = math.reshape(targets, [predictions, 1]);
  const logProbabilities = graph.node('GatherElements', [logDistribution, column], [predictions, 1], {
    axis: 1,
  });
  const minusEntropy = math.sumLast(math.multiply(distribution, logDistribution));
  const entropy = graph.node('Neg', [minusEntropy], [predictions, 1]);
  const computed = { graph, logProbabilities, entropy, logDistribution, hidden, adapters, cached };
  if (options.forwardOnly) return { ...computed, gradients: [] };

  // d(-w log p)/d hidden = w (p - onehot) · head, without a one-hot matrix: the target's own row is subtracted.
  const expected = math.product(distribution, head);
  const targetRows = graph.node('Gather', [head, targets], [predictions, width], { axis: 0 });
  const hiddenGradient = math.multiply(math.subtract(expected, targetRows), lossWeights);
  return { ...computed, gradients: tape.differentiate(hidden, hiddenGradient, adapters) };
}

/** Name of the input that holds what earlier tokens left in a layer. */
export const cacheName = (layer: number, part: 'keys' | 'values'): string => `blk.${layer}.${part}`;

interface Positions {
  readonly cosine: Tensor;
  readonly sine: Tensor;
  readonly mask: Tensor;
}

function rotaryInputs(
  graph: Graph,
  configuration: Configuration,
  tokens: number,
  earlier: number,
): { global: Positions; local: Positions } {
  const inputs = (suffix: string): Positions => ({
    cosine: graph.input(`cosine${suffix}`, [tokens, 1, configuration.headSize]),
    sine: graph.input(`sine${suffix}`, [tokens, 1, configuration.headSize]),
    mask: graph.input(`mask${suffix}`, [tokens, earlier + tokens]),
  });
  const global = inputs('');
  return { global, local: configuration.local ? inputs('Local') : global };
}
