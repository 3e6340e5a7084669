import { overlap } from '../shared/edits/apply-edits.ts';
import { addsHiddenText } from '../shared/edits/hidden-text.ts';
import { maxInsertedStatements } from '../shared/edits/insert-options.ts';
import type { Edit } from '../shared/protocol/edit.ts';
import type { Category } from '../shared/protocol/finding.ts';
import { isGroupNeutral } from './group-neutral.ts';

import { linkPronouns } from './link-pronouns.ts';
import type { Action, Slot } from './slot.ts';

export type { Action, Slot } from './slot.ts';

/** Everything that may be done to one posting. */
export interface ActionSpace {
  readonly text: string;
  readonly slots: readonly Slot[];
}

/** Number of the action taken in each slot, aligned with the slots. */
export type Choice = readonly number[];

const keep: Action = { kind: 'keep', edits: [] };

/** What the space is made of: curated options of flagged spans, and approved statements with the place each would stand. */
export interface SpanOptions {
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  readonly category: Category;
  readonly confidence?: number;
  readonly options: readonly Edit[];
}

/**
 * The actions of a posting: for each flagged span keep it or take one of its options, for each approved statement leave it
 * out or insert it. Options have passed the fact guard; wording that names a protected group or hides text is left out here, and
 * the pronouns of a posting are one choice.
 */
export function createActionSpace(
  text: string,
  spans: readonly SpanOptions[],
  inserts: readonly Edit[] = [],
): ActionSpace {
  const slots = spans.map((span): Slot => {
    const options = span.options.filter(mayBeOffered);
    const { start, end, ruleId, category, confidence = 1 } = span;
    return {
      start,
      end,
      ruleId,
      category,
      confidence,
      actions: [keep, ...options.map((edit) => ({ kind: edit.source, edits: [edit] }))],
    };
  });
  const statements = inserts.filter(mayBeOffered).map(
    (edit): Slot => ({
      start: edit.start,
      end: edit.end,
      ruleId: edit.ruleId ?? 'statement',
      category: 'statement',
      confidence: 1,
      actions: [keep, { kind: 'insert', edits: [edit] }],
    }),
  );
  const choices = [...linkPronouns(text, slots), ...statements];
  return { text, slots: choices.filter((slot) => slot.actions.length > 1) };
}

/** Whether a policy may choose the edit at all. */
function mayBeOffered(edit: Edit): boolean {
  return isGroupNeutral(edit.after) && !addsHiddenText(edit);
}

/**
 * Proposals of a language model as places of their own: taking one rules out, by overlap, what it touches of the others, so
 * a search weighs the model's sentence against the curated words in it. The fact guard has judged them before.
 */
export function proposedSpans(proposals: readonly Edit[], spans: readonly SpanOptions[]): SpanOptions[] {
  return proposals.map((edit) => {
    const touched = spans.find((span) => span.options.some((option) => overlap(option, edit)));
    return {
      start: edit.start,
      end: edit.end,
      ruleId: edit.ruleId ?? `model/${touched?.ruleId ?? 'sentence'}`,
      category: touched?.category ?? 'general',
      options: [edit],
    };
  });
}

/** The choice that changes nothing. */
export function keepAll(space: ActionSpace): number[] {
  return space.slots.map(() => 0);
}

/** The edits of a choice, in slot order. */
export function editsOf(space: ActionSpace, choice: Choice): Edit[] {
  return space.slots.flatMap((slot, place) => actionOf(slot, choice[place] ?? 0).edits);
}

/**
 * Whether taking `action` in slot `place` is legal beside what the other slots do: at most two inserts, no overlap.
 * @throws RangeError when the slot has no such action
 */
export function isLegal(space: ActionSpace, choice: Choice, place: number, action: number): boolean {
  const slot = space.slots[place];
  if (slot === undefined)
    throw new RangeError(`there is no slot ${place}; the posting has ${space.slots.length}`);
  const taken = actionOf(slot, action);
  if (taken.kind === 'keep') return true;
  const others = space.slots.flatMap((other, i) =>
    i === place ? [] : actionOf(other, choice[i] ?? 0).edits,
  );
  const inserts = others.filter((edit) => edit.source === 'insert').length;
  if (taken.kind === 'insert' && inserts >= maxInsertedStatements) return false;
  return !taken.edits.some((edit) => others.some((other) => overlap(edit, other)));
}

/** Whether the whole choice is legal. */
export function isLegalChoice(space: ActionSpace, choice: Choice): boolean {
  return (
    choice.length === space.slots.length &&
    choice.every((action, place) => isLegal(space, choice, place, action))
  );
}

function actionOf(slot: Slot, action: number): Action {
  const found = slot.actions[action];
  if (found === undefined) {
    throw new RangeError(`"${slot.ruleId}" has actions 0 to ${slot.actions.length - 1}, not ${action}`);
  }
  return found;
}
