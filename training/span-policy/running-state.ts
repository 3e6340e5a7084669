import { type EffectModel, relevanceDimension } from './effect-model.ts';

/** Where the list is believed to stand after the edits so far: each dimension of the effect model. */
export type RunningState = Float64Array<ArrayBuffer>;

/** Names of what a policy sees of one action in one state, beside what the action is. */
export const stateFeatures = [
  'edit',
  'closes',
  'closes beyond chance',
  'relevance',
  'edit while far',
  'distance',
  'planned',
] as const;
/** Gaps are hundredths; this brings them to the size of the other features. */
const scale = 20;
/** A gap of about this size arises by chance in pools of some hundreds. */
export const usualChance = 0.03;

/**
 * Features of taking an action with this predicted effect: whether it edits, how far it closes the worst attribute's gap
 * (all of it, and the part beyond chance), what relevance it costs, and how far the list is from the pool, for an edit and
 * for any action (the same for all actions of a state: it moves no choice, but says what a state is worth). The last one,
 * whether the plan takes this action, is the caller's.
 * @param out receives the values, one a name in {@link stateFeatures}
 */
export function readState(
  model: EffectModel,
  state: RunningState,
  effect: Float64Array,
  edits: boolean,
  out: Float64Array,
): void {
  const gap = worstGap(model, state, undefined, 0);
  out.fill(0);
  out[5] = scale * gap;
  if (!edits) return;
  out[0] = 1;
  out[1] = scale * (gap - worstGap(model, state, effect, 0));
  out[2] =
    scale * (worstGap(model, state, undefined, usualChance) - worstGap(model, state, effect, usualChance));
  out[3] = scale * relevanceChange(model, effect);
  out[4] = scale * gap;
}

/** Largest mean absolute gap over attributes, each gap counted from `deadZone` on. */
export function worstGap(
  model: EffectModel,
  state: RunningState,
  effect: Float64Array | undefined,
  deadZone: number,
): number {
  return Math.max(0, ...attributeGaps(model, state, effect, deadZone));
}

/** Mean absolute gap over the groups of each attribute, in the order of the model, each gap counted from `deadZone` on. */
export function attributeGaps(
  model: EffectModel,
  state: RunningState,
  effect?: Float64Array,
  deadZone = 0,
): number[] {
  const gaps: number[] = [];
  let attribute = '';
  let groups = 0;
  for (let d = 0; d < model.dimensions.length; d += 1) {
    const name = model.dimensions[d] as string;
    if (name === relevanceDimension) continue;
    const owner = name.slice(0, name.lastIndexOf('/'));
    if (owner !== attribute) {
      gaps.push(0);
      [attribute, groups] = [owner, 0];
    }
    const gap = Math.max(0, Math.abs((state[d] as number) + (effect?.[d] ?? 0)) - deadZone);
    const mean = gaps[gaps.length - 1] as number;
    gaps[gaps.length - 1] = mean + (gap - mean) / (groups + 1);
    groups += 1;
  }
  return gaps;
}

/** Names of the attributes that {@link attributeGaps} gives a gap of. */
export function attributeNames(model: EffectModel): string[] {
  const owners = model.dimensions
    .filter((name) => name !== relevanceDimension)
    .map((name) => name.slice(0, name.lastIndexOf('/')));
  return [...new Set(owners)];
}

/** Predicted change of the relevance by an effect. */
export function relevanceChange(model: EffectModel, effect: Float64Array): number {
  return effect[model.dimensions.indexOf(relevanceDimension)] ?? 0;
}
