import { Adam } from './adam.ts';
import { addFeatures, linearPreference, type PreparedTask, replay, type Weights } from './softmax-policy.ts';

/** What someone did in one posting: the action of each slot, and how much each slot counts (0 leaves it out). */
export interface Demonstration {
  readonly prepared: PreparedTask;
  readonly choice: readonly number[];
  readonly importance?: readonly number[];
}

export interface CloningOptions {
  readonly epochs?: number;
  readonly rate?: number;
  /** Pull of every weight toward zero. */
  readonly decay?: number;
  /** Share of each target spread over all actions, so that refinement still has something to explore. */
  readonly smoothing?: number;
}

/**
 * Align: behaviour cloning, cross-entropy of the demonstrated actions. Demonstrations are the curated defaults and what the
 * recruiter accepted and rejected. Source: Pomerleau 1989, ALVINN; stage "align" of arXiv 2501.07324.
 * Changes the weights in place.
 */
export function cloneBehaviour(
  weights: Weights,
  demonstrations: readonly Demonstration[],
  { epochs = 30, rate = 0.1, decay = 0.001, smoothing = 0.4 }: CloningOptions = {},
): void {
  if (demonstrations.length === 0) return;
  const adam = new Adam(weights.values.length, rate);
  const gradient = new Float64Array(weights.values.length);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    gradient.fill(0);
    for (const { prepared, choice, importance } of demonstrations) {
      const { steps } = replay(prepared, linearPreference(weights.values), choice);
      for (const step of steps) {
        const share = (importance?.[step.place] ?? 1) / demonstrations.length;
        step.probabilities.forEach((probability, option) => {
          const demonstrated = option === step.taken ? 1 - smoothing : 0;
          const target = demonstrated + smoothing / step.actions.length;
          addFeatures(gradient, step, option, share * (target - probability));
        });
      }
    }
    for (let i = 0; i < gradient.length; i += 1) {
      gradient[i] = (gradient[i] as number) - decay * (weights.values[i] as number);
    }
    adam.ascend(weights.values, gradient);
  }
}
