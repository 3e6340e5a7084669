import { splitSentences } from '../shared/detection/sentences.ts';
import { applyEdits } from '../shared/edits/apply-edits.ts';
import type { Slot } from './slot.ts';

const rules: ReadonlySet<string> = new Set(['masculine/pronoun', 'feminine/pronoun', 'sexuality/he-or-she']);
const gendered = /\b(?:s?he|him|his|hers?|himself|herself)\b/i;

/**
 * Pronouns of one sentence speak of one person, so a policy changes all of them or none: their slots become one, in which the first
 * option of each is taken together. Where a pronoun would be left over the slot is dropped: half a change reads as two people.
 */
export function linkPronouns(text: string, slots: readonly Slot[]): Slot[] {
  const chained = new Map<Slot, Slot | undefined>();
  for (const sentence of splitSentences(text)) {
    const end = sentence.start + sentence.text.length;
    const chain = slots.filter(
      (slot) => rules.has(slot.ruleId) && slot.start >= sentence.start && slot.end <= end,
    );
    const [first] = chain;
    if (first === undefined) continue;
    const edits = chain.flatMap(({ actions }) => actions[1]?.edits ?? []);
    const shifted = edits.map((edit) => ({
      ...edit,
      start: edit.start - sentence.start,
      end: edit.end - sentence.start,
    }));
    for (const slot of chain) chained.set(slot, undefined);
    if (gendered.test(applyEdits(sentence.text, shifted))) continue;
    const joint = { kind: 'curated' as const, edits };
    chained.set(first, {
      ...first,
      end: Math.max(...chain.map((slot) => slot.end)),
      confidence: Math.min(...chain.map(({ confidence }) => confidence)),
      actions: chain.length === 1 ? first.actions : [...first.actions.slice(0, 1), joint],
    });
  }
  return slots.flatMap((slot) => (chained.has(slot) ? (chained.get(slot) ?? []) : slot));
}
