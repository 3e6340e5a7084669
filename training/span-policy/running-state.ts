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
] as const;
/** Gaps are hundredths; this brings them to the size of the other features. */
const scale = 20;
/** A gap of about this size arises by chance in pools of some hundreds. */
export const usualChance = 0.03;

/**
 * Features of taking an action with this predicted effect: whether it edits, how far it closes the worst attribute's gap
 * (all of it, and the part beyond chance), what relevance it costs, and how far the list is from the pool, for an edit and
 * for any action (the same for all actions of a state: it moves no choice, but says what a state is worth).
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
  out[3] = scale * (effect[model.dimensions.indexOf(relevanceDimension)] ?? 0);
  out[4] = scale * gap;
}

/** Largest mean absolute gap over attributes, each gap counted from `deadZone` on. */
export function worstGap(
  model: EffectModel,
  state: RunningState,
  effect: Float64Array | undefined,
  deadZone: number,
): number {
  let worst = 0;
  let attribute = '';
  let sum = 0;
  let groups = 0;
  for (let d = 0; d < model.dimensions.length; d += 1) {
    const name = model.dimensions[d] as string;
    if (name === relevanceDimension) continue;
    const owner = name.slice(0, name.lastIndexOf('/'));
    if (owner !== attribute) {
      worst = Math.max(worst, groups === 0 ? 0 : sum / groups);
      [attribute, sum, groups] = [owner, 0, 0];
    }
    const gap = Math.abs((state[d] as number) + (effect?.[d] ?? 0));
    sum += Math.max(0, gap - deadZone);
    groups += 1;
  }
  return Math.max(worst, groups === 0 ? 0 : sum / groups);
}
