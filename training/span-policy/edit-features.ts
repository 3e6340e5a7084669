import type { Action, Slot } from '../actions.ts';

/**
 * Names of what an action is, from general to particular: its kind, the kind in this category, in this rule, and the very
 * wording; of an exchange what it takes out, what it puts in, and both. What is learned of a kind helps where the wording was
 * never seen. Text only: no candidate, no score.
 */
export function editFeatures(slot: Slot, action: Action): string[] {
  if (action.kind === 'keep') return [`keep in ${slot.category}`, `keep ${slot.ruleId}`];
  if (action.kind === 'equivalent') {
    const exchange = `${slot.wording} → ${action.wording}`;
    return ['equivalent', `equivalent from ${slot.wording}`, `equivalent to ${action.wording}`, exchange];
  }
  const wording = action.edits.map(({ after }) => after).join(' … ');
  return [
    action.kind,
    `${action.kind} in ${slot.category}`,
    `${action.kind} by ${slot.ruleId}`,
    `${slot.ruleId} → ${wording}`,
  ];
}

/**
 * Whether a policy has learned about equivalent wording. One from before it was there, or whose postings had none, keeps it all: its other
 * weights say nothing of such edits.
 */
export function knowsEquivalents({
  weights,
}: {
  readonly weights: Readonly<Record<string, number>>;
}): boolean {
  return Object.hasOwn(weights, 'equivalent');
}
