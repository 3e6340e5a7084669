import type { Action, Slot } from '../actions.ts';

/**
 * Names of what an action is, from general to particular: its kind, the kind in this category, in this rule, and the very
 * wording. What is learned of a kind helps where the wording was never seen. Text only: no candidate, no score.
 */
export function editFeatures(slot: Slot, action: Action): string[] {
  if (action.kind === 'keep') return [`keep in ${slot.category}`, `keep ${slot.ruleId}`];
  const wording = action.edits.map(({ after }) => after).join(' … ');
  return [
    action.kind,
    `${action.kind} in ${slot.category}`,
    `${action.kind} by ${slot.ruleId}`,
    `${slot.ruleId} → ${wording}`,
  ];
}
