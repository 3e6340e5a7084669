import type { Configuration } from '../../training/language-model/architecture/configuration.ts';
import type { PassSize } from '../../training/language-model/architecture/packed-batch.ts';

/** What the engine takes whatever the model, in bytes. */
const engine = 200 * 1024 ** 2;
/** A tenth more, for what the allocator keeps: the resident set was 7 to 11 % above the sum. */
const slack = 1.1;

/**
 * Bytes of memory that training a model takes: weights as float32, what the backward pass keeps of every layer, the
 * distribution over the vocabulary three times, and a fixed part of the engine. Measured against the resident set in
 * `npm run bench:model`.
 */
export function trainingMemory(configuration: Configuration, pass: PassSize): number {
  const { layer, vocabulary } = weightsOf(configuration);
  const weights = configuration.layers * (layer + keptOfLayer(configuration, pass)) + vocabulary;
  return slack * (4 * (weights + distributionOf(configuration, pass)) + engine);
}

/**
 * How many weights a model of this shape may have for training to fit into so many bytes; a larger one of the same family is
 * taken to have more layers. 0 where none fits.
 */
export function largestTrainable(configuration: Configuration, pass: PassSize, bytes: number): number {
  const { layer, vocabulary } = weightsOf(configuration);
  const left = (bytes / slack - engine) / 4 - vocabulary - distributionOf(configuration, pass);
  const layers = Math.floor(left / (layer + keptOfLayer(configuration, pass)));
  return layers < 1 ? 0 : layers * layer + vocabulary;
}

/** Weights of one layer, and of the vocabulary's matrices. */
function weightsOf({ width, heads, groups, headSize, feedForward, vocabulary, tiedHead }: Configuration) {
  const attention = 2 * width * heads * headSize + 2 * width * groups * headSize;
  return {
    layer: attention + 3 * width * feedForward + 2 * width,
    vocabulary: vocabulary * width * (tiedHead ? 1 : 2),
  };
}

const keptOfLayer = ({ width, heads, headSize, feedForward }: Configuration, { tokens }: PassSize) =>
  tokens * (8 * width + 5 * feedForward + 4 * heads * headSize + 3 * heads * tokens);

const distributionOf = ({ vocabulary }: Configuration, { predictions }: PassSize) =>
  3 * predictions * vocabulary;
