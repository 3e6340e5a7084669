import { z } from 'zod';

/**
 * AdamW with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101), gradient clipping by global norm,
 * and a linear warm-up followed by a cosine fall to a tenth.
 */
export const optimiserSettingsSchema = z.object({
  learningRate: z.number().positive().default(2e-4),
  beta1: z.number().min(0).max(1).default(0.9),
  beta2: z.number().min(0).max(1).default(0.999),
  epsilon: z.number().positive().default(1e-8),
  weightDecay: z.number().min(0).default(0),
  /** Largest global norm of the gradient; longer ones are scaled down to it. */
  clip: z.number().positive().default(1),
  warmUp: z.int().min(0).default(10),
  /** Steps of the whole schedule; after them the rate stays at a tenth. */
  steps: z.int().positive(),
});

export type OptimiserSettings = z.infer<typeof optimiserSettingsSchema>;

/** Everything a checkpoint must keep besides the parameters. */
export interface OptimiserState {
  step: number;
  readonly first: Map<string, Float32Array>;
  readonly second: Map<string, Float32Array>;
}

export function createOptimiserState(): OptimiserState {
  return { step: 0, first: new Map(), second: new Map() };
}

/**
 * Moves the parameters in place by one step.
 * @returns the gradient's global norm before clipping.
 * @throws RangeError when the gradient is not finite; nothing is changed then.
 */
export function optimiserStep(
  parameters: ReadonlyMap<string, Float32Array>,
  gradients: ReadonlyMap<string, Float32Array>,
  state: OptimiserState,
  settings: OptimiserSettings,
): number {
  let squares = 0;
  for (const gradient of gradients.values()) for (const value of gradient) squares += value * value;
  const norm = Math.sqrt(squares);
  if (!Number.isFinite(norm))
    throw new RangeError(`The gradient's norm is ${norm}; lower the learning rate or check the weights.`);

  state.step += 1;
  const clipped = norm > settings.clip ? settings.clip / norm : 1;
  const rate = learningRateAt(state.step, settings);
  const { beta1, beta2, epsilon, weightDecay } = settings;
  const correct1 = 1 - beta1 ** state.step;
  const correct2 = 1 - beta2 ** state.step;
  for (const [name, gradient] of gradients) {
    const values = parameters.get(name);
    if (values === undefined)
      throw new RangeError(`There is a gradient for "${name}" but no such parameter.`);
    const first = momentOf(state.first, name, gradient.length);
    const second = momentOf(state.second, name, gradient.length);
    for (let i = 0; i < gradient.length; i += 1) {
      const g = (gradient[i] ?? 0) * clipped;
      const m = beta1 * (first[i] ?? 0) + (1 - beta1) * g;
      const v = beta2 * (second[i] ?? 0) + (1 - beta2) * g * g;
      first[i] = m;
      second[i] = v;
      const value = values[i] ?? 0;
      values[i] = value - rate * (m / correct1 / (Math.sqrt(v / correct2) + epsilon) + weightDecay * value);
    }
  }
  return norm;
}

function momentOf(moments: Map<string, Float32Array>, name: string, length: number): Float32Array {
  const known = moments.get(name);
  if (known) return known;
  const fresh = new Float32Array(length);
  moments.set(name, fresh);
  return fresh;
}

/** The learning rate of step `step`, counted from 1. */
export function learningRateAt(step: number, { learningRate, warmUp, steps }: OptimiserSettings): number {
  if (step <= warmUp) return (learningRate * step) / Math.max(1, warmUp);
  const progress = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
  return learningRate * (0.1 + 0.45 * (1 + Math.cos(Math.PI * progress)));
}
