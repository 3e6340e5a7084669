import { z } from 'zod';

export const adamStateSchema = z.object({
  step: z.int(),
  mean: z.array(z.number()),
  square: z.array(z.number()),
});
export type AdamState = z.infer<typeof adamStateSchema>;

/** A learner met a number that is none. Nothing was changed by it. */
export class NotFiniteError extends Error {
  override readonly name = 'NotFiniteError';
}

/** Adam (Kingma and Ba 2015, arXiv 1412.6980) with the gradient clipped to length 1. */
export class Adam {
  readonly #rate: number;
  #step = 0;
  #mean: Float64Array;
  #square: Float64Array;

  constructor(size: number, rate: number, state?: AdamState) {
    this.#rate = rate;
    this.#step = state?.step ?? 0;
    this.#mean = Float64Array.from({ length: size }, (_, i) => state?.mean[i] ?? 0);
    this.#square = Float64Array.from({ length: size }, (_, i) => state?.square[i] ?? 0);
  }

  /** Moves the weights up the gradient. @throws {NotFiniteError} before any weight was changed */
  ascend(weights: Float64Array, gradient: Float64Array): void {
    const length = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0));
    if (!Number.isFinite(length)) {
      throw new NotFiniteError(
        'the gradient is not a finite number; look for a reward that is not one, or lower the learning rate',
      );
    }
    const clip = length > 1 ? 1 / length : 1;
    this.#step += 1;
    const meanBias = 1 - 0.9 ** this.#step;
    const squareBias = 1 - 0.999 ** this.#step;
    for (let i = 0; i < weights.length; i += 1) {
      const value = clip * (gradient[i] as number);
      const mean = 0.9 * (this.#mean[i] as number) + 0.1 * value;
      const square = 0.999 * (this.#square[i] as number) + 0.001 * value * value;
      this.#mean[i] = mean;
      this.#square[i] = square;
      weights[i] =
        (weights[i] as number) + (this.#rate * (mean / meanBias)) / (Math.sqrt(square / squareBias) + 1e-8);
    }
  }

  state(): AdamState {
    return { step: this.#step, mean: [...this.#mean], square: [...this.#square] };
  }
}
