import { type Choice, isLegal, keepAll } from '../actions.ts';
import type { PostingTask } from '../environment.ts';
import { type Combination, combineGaps, type RewardWeights, rewardWeights } from '../reward.ts';
import { type EffectModel, predictEdit, predictOriginal } from './effect-model.ts';
import type { SpanPolicy } from './policy.ts';
import { attributeGaps, attributeNames, type RunningState, relevanceChange } from './running-state.ts';

const passes = 6;
const roundingError = 1e-9;

/** A posting with what the effects predict of it. */
export interface Predictions {
  readonly task: PostingTask;
  readonly effects: EffectModel;
  /** Change of each dimension by slot and action. */
  readonly predicted: readonly (readonly Float64Array[])[];
  /** Where the list of the original text is believed to stand. */
  readonly start: RunningState;
}

export function predict(task: PostingTask, effects: EffectModel): Predictions {
  const predicted = task.space.slots.map((slot) =>
    slot.actions.map((_, action) => predictEdit(effects, slot, action)),
  );
  return { task, effects, predicted, start: predictOriginal(effects, task) };
}

/**
 * Coordinate search over what the effects predict, without one call of the recommender: each slot in turn takes the action
 * that leaves the smallest predicted gap for its price, until a pass changes nothing. There is no dead zone: an effect that
 * was pooled over many postings is no noise of this one.
 */
export function plan(
  predictions: Predictions,
  weights: RewardWeights = rewardWeights,
  combination: Combination = 'worst',
): Choice {
  const { space } = predictions.task;
  const price = (choice: Choice) => priceOf(predictions, choice, weights, combination);
  let best: Choice = keepAll(space);
  let lowest = price(best);
  for (let pass = 0; pass < passes; pass += 1) {
    const before = best;
    space.slots.forEach((slot, place) => {
      for (const action of slot.actions.keys()) {
        if (!isLegal(space, best, place, action)) continue;
        const variant = best.map((taken, i) => (i === place ? action : taken));
        const found = price(variant);
        if (found < lowest - roundingError) [best, lowest] = [variant, found];
      }
    });
    if (best === before) break;
  }
  return best;
}

/** The plan as a policy: text and learned effects in, edits out. */
export function planned(effects: EffectModel, weights: RewardWeights = rewardWeights): SpanPolicy {
  return {
    name: 'planned',
    decide: async ({ task }) => plan(predict(task, effects), weights),
  };
}

/** The reward's formula, on predictions and without its dead zone, with the sign turned. */
function priceOf(
  { effects, predicted, start }: Predictions,
  choice: Choice,
  weights: RewardWeights,
  combination: Combination,
): number {
  const change = new Float64Array(effects.dimensions.length);
  let edits = 0;
  choice.forEach((action, place) => {
    if (action === 0) return;
    edits += 1;
    predicted[place]?.[action]?.forEach((value, d) => {
      change[d] = (change[d] as number) + value;
    });
  });
  const gap = combineGaps(
    attributeGaps(effects, start),
    attributeGaps(effects, start, change),
    attributeNames(effects),
    combination,
  );
  return gap + weights.relevance * Math.max(0, -relevanceChange(effects, change)) + weights.edit * edits;
}
