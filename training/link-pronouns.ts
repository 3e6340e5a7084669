import { applyEdits } from '../shared/edits/apply-edits.ts';
import type { Slot } from './slot.ts';

const rules: ReadonlySet<string> = new Set(['masculine/pronoun', 'feminine/pronoun', 'sexuality/he-or-she']);
const gendered = /\b(?:s?he|him|his|hers?|himself|herself)\b/i;

/**
 * The pronouns of a posting speak of whoever gets the job, so a policy changes all of them or none: their slots become one, in which the
 * first option of each is taken together. Where a pronoun would be left over there is no choice: half a change reads as two people.
 */
export function linkPronouns(text: string, slots: readonly Slot[]): Slot[] {
  const chain = slots.filter(({ ruleId }) => rules.has(ruleId));
  const [first] = chain;
  if (first === undefined) return [...slots];
  const edits = chain.flatMap(({ actions }) => actions[1]?.edits ?? []);
  if (gendered.test(applyEdits(text, edits))) return slots.filter((slot) => !chain.includes(slot));
  const joint = { kind: 'curated' as const, edits };
  const linked = {
    ...first,
    confidence: Math.min(...chain.map(({ confidence }) => confidence)),
    actions: chain.length === 1 ? first.actions : [...first.actions.slice(0, 1), joint],
  };
  return slots.flatMap((slot) => (slot === first ? linked : chain.includes(slot) ? [] : slot));
}
