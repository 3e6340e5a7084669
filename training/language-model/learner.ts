import type { Random } from '../../shared/random.ts';
import { createAdapters } from './adapters.ts';
import type { Configuration } from './architecture/configuration.ts';
import { openModelFile } from './architecture/model-file.ts';
import { type PassSize, packTexts, type WeightedText } from './architecture/packed-batch.ts';
import { adapterPlaces, type Projection } from './architecture/projections.ts';
import { buildTransformer, type TransformerGraph } from './architecture/transformer.ts';
import { type CachedPasses, createCachedPasses } from './cached-passes.ts';
import { createDecoder, type Decoder } from './decoder.ts';
import { type GraphSession, openSession } from './onnx/session.ts';
import {
  createOptimiserState,
  type OptimiserSettings,
  type OptimiserState,
  optimiserStep,
} from './optimiser.ts';
import { createTextScorer, type TextScorer } from './text-scorer.ts';
import { createTokenizer, type Tokenizer } from './tokenizer.ts';

export interface LearnerOptions {
  readonly modelPath: string;
  readonly projections: readonly Projection[];
  readonly rank: number;
  /** LoRA's alpha; the correction is scaled by `alpha / rank`. */
  readonly alpha: number;
  /** Size of one pass: a text must fit, and several share one. */
  readonly pass: PassSize;
  readonly threads: number;
  readonly random: Random;
}

/** A frozen model with trainable adapters. The owner closes it. */
export interface Learner extends Pick<TextScorer, 'score' | 'next'> {
  readonly configuration: Configuration;
  readonly tokenizer: Tokenizer;
  readonly adapters: Map<string, Float32Array>;
  readonly state: OptimiserState;
  readonly adapterScale: number;
  readonly pass: PassSize;
  /** Grows texts with the weights as they are now; good until the next step. `base` leaves the adapters out. */
  decoder(options?: { base?: boolean }): Decoder;
  /**
   * One optimiser step on `-sum(weight · log-probability)` over all texts.
   * @returns that loss and the gradient's norm before clipping.
   */
  step(
    texts: readonly WeightedText[],
    settings: OptimiserSettings,
    signal?: AbortSignal,
  ): Promise<{ loss: number; gradientNorm: number }>;
  close(): Promise<void>;
}

/**
 * Opens a model file for training: weights in memory as float32, graph compiled once.
 * @throws GgufError for a file that cannot be trained; Error when onnxruntime is missing.
 */
export async function openLearner(options: LearnerOptions): Promise<Learner> {
  const { rank, pass } = options;
  const file = openModelFile(options.modelPath);
  try {
    const { configuration } = file;
    const places = adapterPlaces(configuration, options.projections);
    const adapterScale = options.alpha / rank;
    const shape = { ...pass, rank, adapterScale, places };
    const built = buildTransformer(configuration, shape);
    const weights = Object.fromEntries(
      file.gguf.tensors.map((tensor) => [tensor.name, file.weights(tensor)]),
    );
    const { threads } = options;
    return createLearner({
      configuration,
      tokenizer: createTokenizer(file.gguf.metadata),
      weights,
      adapters: createAdapters(configuration, places, rank, options.random),
      names: built.adapters.map((adapter) => adapter.name),
      adapterScale,
      pass,
      both: await openSession(built.graph, [built.logProbabilities, ...built.gradients], { threads }),
      buildForward: () => buildTransformer(configuration, { ...shape, forwardOnly: true }),
      threads,
      cached: createCachedPasses(
        (size) => buildTransformer(configuration, { ...shape, ...size, forwardOnly: true }),
        threads,
      ),
    });
  } finally {
    file.close();
  }
}

interface LearnerParts
  extends Pick<Learner, 'configuration' | 'tokenizer' | 'adapters' | 'adapterScale' | 'pass'> {
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Names of the adapters in the order of their gradients. */
  readonly names: readonly string[];
  /** Forward and backward pass. */
  readonly both: GraphSession;
  readonly buildForward: () => TransformerGraph;
  readonly threads: number;
  readonly cached: CachedPasses;
}

function createLearner(parts: LearnerParts): Learner {
  const { configuration, tokenizer, weights, adapters, names, adapterScale, pass, both } = parts;
  const state = createOptimiserState();
  const none = new Map([...adapters].map(([name, values]) => [name, new Float32Array(values.length)]));
  const modelFeeds = (base: boolean) => ({ ...weights, ...Object.fromEntries(base ? none : adapters) });
  const { buildForward, threads } = parts;
  const scorer = createTextScorer({ configuration, pass, buildForward, threads, modelFeeds });

  return {
    configuration,
    tokenizer,
    adapters,
    state,
    adapterScale,
    pass,
    score: scorer.score,
    next: scorer.next,
    decoder: ({ base = false } = {}) =>
      createDecoder(configuration, async (size) => {
        const pass = await parts.cached.open(size);
        return { run: (feeds) => pass.run({ ...modelFeeds(base), ...feeds }) };
      }),
    step: async (texts, settings, signal) => {
      const sums = new Map<string, Float32Array>();
      let loss = 0;
      const predicted = texts.map(({ tokens, weights: factors }) => ({
        tokens,
        predictions: factors.flatMap((weight, at) => (at > 0 && weight !== 0 ? [{ at, weight }] : [])),
      }));
      for (const batch of packTexts(configuration, predicted, pass)) {
        signal?.throwIfAborted();
        const [logProbabilities, ...gradients] = await both.run({ ...modelFeeds(false), ...batch.feeds });
        const factors = batch.feeds.weights as Float32Array;
        for (const [row, factor] of factors.entries())
          if (factor !== 0) loss -= factor * (logProbabilities?.[row] ?? 0);
        for (const [index, name] of names.entries()) addInto(sums, name, gradients[index]);
      }
      return { loss, gradientNorm: optimiserStep(adapters, sums, state, settings) };
    },
    close: async () => {
      await both.close();
      await scorer.close();
      await parts.cached.close();
    },
  };
}

function addInto(sums: Map<string, Float32Array>, name: string, part: Float32Array | undefined): void {
  if (part === undefined) return;
  const sum = sums.get(name);
  if (sum === undefined) sums.set(name, part.slice());
  else for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (part[i] ?? 0);
}
