import { z } from 'zod';
import type { Random } from '../../shared/random.ts';
import { type Choice, isLegal, keepAll } from '../actions.ts';
import type { PostingTask } from '../environment.ts';
import { editFeatures } from './edit-features.ts';
import { type EffectModel, effectModelSchema } from './effect-model.ts';
import { type Predictions, plan, predict } from './planned.ts';
import { type RunningState, readState, stateFeatures } from './running-state.ts';

/** A span policy as it is kept: kilobytes of named weights that a person can read. */
export const policyModelSchema = z.object({
  effects: effectModelSchema,
  /** Weight of each feature in the preference for an action. */
  weights: z.record(z.string(), z.number()),
});
export type PolicyModel = z.infer<typeof policyModelSchema>;

/** Linear weights over a growing set of named features. */
export interface Weights {
  readonly ids: Map<string, number>;
  values: Float64Array<ArrayBuffer>;
}

/** One decision: the legal actions of a slot with the features of each and the probability each was given. */
export interface Step {
  readonly place: number;
  readonly actions: readonly number[];
  /** Ids of the features with value 1, an array an action. */
  readonly named: readonly Int32Array[];
  /** Values of the state features, an array an action. */
  readonly state: readonly Float64Array[];
  probabilities: Float64Array;
  taken: number;
}

/** A posting made ready for a policy: features, effects and the plan are looked up once. */
export interface PreparedTask extends Predictions {
  readonly named: readonly (readonly Int32Array[])[];
  /** What a search over the predictions would do. */
  readonly planned: Choice;
}

/** State features come first so that their ids are their places. */
export function createWeights(initial: Readonly<Record<string, number>> = {}): Weights {
  const ids = new Map<string, number>(stateFeatures.map((name, id) => [name, id]));
  for (const name of Object.keys(initial)) if (!ids.has(name)) ids.set(name, ids.size);
  const values = new Float64Array(ids.size);
  for (const [name, id] of ids) values[id] = initial[name] ?? 0;
  return { ids, values };
}

export function namedWeights({ ids, values }: Weights): Record<string, number> {
  return Object.fromEntries([...ids].map(([name, id]) => [name, values[id] ?? 0]));
}

/** Looks a posting's features up; `grow` adds those not seen before, as training does. */
export function prepareTask(
  task: PostingTask,
  effects: EffectModel,
  weights: Weights,
  { grow = false } = {},
): PreparedTask {
  const idsOf = (names: readonly string[]) =>
    Int32Array.from(
      names.flatMap((name) => {
        if (grow && !weights.ids.has(name)) weights.ids.set(name, weights.ids.size);
        return weights.ids.get(name) ?? [];
      }),
    );
  const named = task.space.slots.map((slot) =>
    slot.actions.map((action) => idsOf(editFeatures(slot, action))),
  );
  if (weights.values.length < weights.ids.size) {
    const values = new Float64Array(weights.ids.size);
    values.set(weights.values);
    weights.values = values;
  }
  const predictions = predict(task, effects);
  return { ...predictions, named, planned: plan(predictions) };
}

export interface Rollout {
  readonly choice: Choice;
  readonly steps: Step[];
  /** Product of the probabilities of the actions taken. */
  readonly propensity: number;
}

const plannedFeature = stateFeatures.indexOf('planned');

/** Preference for each action of a step. */
export type Preference = (step: Pick<Step, 'named' | 'state'>, option: number) => number;

export function linearPreference(weights: Float64Array): Preference {
  return ({ named, state }, option) => {
    let sum = 0;
    for (const id of named[option] as Int32Array) sum += weights[id] as number;
    const values = state[option] as Float64Array;
    for (let f = 0; f < values.length; f += 1) sum += (weights[f] as number) * (values[f] as number);
    return sum;
  };
}

/**
 * Decides slot by slot, in text order, keeping the predicted running sum of what was done: a policy without it cannot stop
 * when the list has come back and would overshoot.
 * @param random draws each action from the softmax; without it the most preferred action is taken
 * @param start state of the original text, predicted when absent
 */
export function rollOut(
  prepared: PreparedTask,
  preference: Preference,
  random?: Random,
  start?: RunningState,
): Rollout {
  const pick = ({ probabilities }: Step) =>
    random === undefined ? indexOfLargest(probabilities) : draw(probabilities, random);
  return walk(prepared, preference, pick, start);
}

/** The steps of a given legal choice, with the probabilities that the preference gives its actions. */
export function replay(prepared: PreparedTask, preference: Preference, choice: Choice): Rollout {
  return walk(prepared, preference, ({ place, actions }) => actions.indexOf(choice[place] ?? 0));
}

function walk(
  prepared: PreparedTask,
  preference: Preference,
  pick: (step: Step) => number,
  start: RunningState = prepared.start,
): Rollout {
  const { slots } = prepared.task.space;
  const choice = keepAll(prepared.task.space);
  const state = start.slice();
  const steps: Step[] = [];
  let propensity = 1;
  slots.forEach((slot, place) => {
    const step = createStep(prepared, state, choice, place);
    step.probabilities = softmax(step.actions.map((_, option) => preference(step, option)));
    step.taken = pick(step);
    propensity *= step.probabilities[step.taken] as number;
    const action = step.actions[step.taken] as number;
    choice[place] = action;
    const effect = prepared.predicted[place]?.[action];
    if (slot.actions[action]?.kind !== 'keep' && effect) {
      for (let d = 0; d < state.length; d += 1) state[d] = (state[d] as number) + (effect[d] as number);
    }
    steps.push(step);
  });
  return { choice, steps, propensity };
}

function createStep(prepared: PreparedTask, state: RunningState, soFar: Choice, place: number): Step {
  const { space } = prepared.task;
  const slot = space.slots[place];
  const actions = [...(slot?.actions.keys() ?? [])].filter((action) => isLegal(space, soFar, place, action));
  return {
    place,
    actions,
    named: actions.map((action) => prepared.named[place]?.[action] ?? new Int32Array(0)),
    state: actions.map((action) => {
      const values = new Float64Array(stateFeatures.length);
      const effect = prepared.predicted[place]?.[action] ?? new Float64Array(state.length);
      readState(prepared.effects, state, effect, slot?.actions[action]?.kind !== 'keep', values);
      values[plannedFeature] = prepared.planned[place] === action ? 1 : 0;
      return values;
    }),
    probabilities: new Float64Array(actions.length),
    taken: 0,
  };
}

/** Adds `amount` times an action's features to a gradient. */
export function addFeatures(gradient: Float64Array, step: Step, option: number, amount: number): void {
  for (const id of step.named[option] as Int32Array) gradient[id] = (gradient[id] as number) + amount;
  const values = step.state[option] as Float64Array;
  for (let f = 0; f < values.length; f += 1) {
    gradient[f] = (gradient[f] as number) + amount * (values[f] as number);
  }
}

export function softmax(preferences: readonly number[]): Float64Array<ArrayBuffer> {
  const largest = Math.max(...preferences);
  const values = Float64Array.from(preferences, (value) => Math.exp(value - largest));
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

function indexOfLargest(values: Float64Array): number {
  return values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0);
}

function draw(probabilities: Float64Array, random: Random): number {
  let left = random.next();
  for (let i = 0; i < probabilities.length - 1; i += 1) {
    left -= probabilities[i] as number;
    if (left < 0) return i;
  }
  return probabilities.length - 1;
}
