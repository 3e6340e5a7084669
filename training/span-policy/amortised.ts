import type { EffectModel } from './effect-model.ts';
import type { SpanPolicy } from './policy.ts';
import {
  createWeights,
  linearPreference,
  type PolicyModel,
  type Preference,
  prepareTask,
  rollOut,
  type Weights,
} from './softmax-policy.ts';

/** Decides from the text and its own predictions alone, without a single call of the recommender. */
export function amortised(model: PolicyModel, name = 'amortised'): SpanPolicy {
  const weights = createWeights(model.weights);
  return withPreference(model.effects, weights, linearPreference(weights.values), name);
}

/** The same with any preference over actions, such as one perturbed by Q-learning. */
export function withPreference(
  effects: EffectModel,
  weights: Weights,
  preference: Preference,
  name: string,
): SpanPolicy {
  return {
    name,
    decide: async ({ task }) => rollOut(prepareTask(task, effects, weights), preference).choice,
  };
}
