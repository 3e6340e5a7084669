import type { Configuration } from '../../training/language-model/architecture/configuration.ts';
import type { PassSize } from '../../training/language-model/architecture/packed-batch.ts';

/**
 * Bytes of memory that training a model takes: weights as float32, what the backward pass keeps of every layer, the
 * distribution over the vocabulary three times, and a fixed part of the engine. Measured against the resident set in
 * `npm run bench:model`.
 */
export function trainingMemory(configuration: Configuration, pass: PassSize): number {
  const { layers, width, heads, groups, headSize, feedForward, vocabulary, tiedHead } = configuration;
  const perLayer =
    width * heads * headSize * 2 + width * groups * headSize * 2 + width * feedForward * 3 + 2 * width;
  const weights = layers * perLayer + vocabulary * width * (tiedHead ? 1 : 2);
  const kept =
    layers * pass.tokens * (8 * width + 5 * feedForward + 4 * heads * headSize + 3 * heads * pass.tokens);
  const distribution = 3 * pass.predictions * vocabulary;
  // A tenth more, for what the allocator keeps: the resident set was 7 to 11 % above the sum.
  return 1.1 * (4 * (weights + kept + distribution) + 200 * 1024 ** 2);
}
