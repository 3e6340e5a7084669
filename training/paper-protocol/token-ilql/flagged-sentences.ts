import { splitSentences } from '../../../shared/detection/sentences.ts';
import { applyEdits } from '../../../shared/edits/apply-edits.ts';
import type { Random } from '../../../shared/random.ts';
import { type ActionSpace, type Choice, editsOf, keepAll } from '../../actions.ts';
import { uniform } from '../../span-policy/best-of-n.ts';

/** A sentence with wording that may be changed. */
export interface FlaggedSentence {
  readonly start: number;
  readonly text: string;
  /** Slots of the posting that stand in it. */
  readonly places: readonly number[];
}

/** Sentences of one line with at least one slot; statements, which add sentences of their own, are left out. */
export function flaggedSentences(space: ActionSpace): FlaggedSentence[] {
  return splitSentences(space.text).flatMap(({ start, text }) => {
    const end = start + text.length;
    const places = [...space.slots.keys()].filter((place) => {
      const slot = space.slots[place];
      return (
        slot !== undefined &&
        slot.category !== 'statement' &&
        slot.actions.every(({ edits }) => edits.every((edit) => edit.start >= start && edit.end <= end)) &&
        slot.start >= start &&
        slot.end <= end
      );
    });
    return places.length === 0 || text.includes('\n') ? [] : [{ start, text, places }];
  });
}

/** A choice that changes this sentence alone, drawn anew for its slots. */
export function drawVariant(space: ActionSpace, { places }: FlaggedSentence, random: Random): Choice {
  const drawn = uniform(space, random);
  return keepAll(space).map((keep, place) => (places.includes(place) ? (drawn[place] ?? keep) : keep));
}

/** The sentence as a choice that changes nothing else leaves it. */
export function sentenceAfter(space: ActionSpace, { start, text }: FlaggedSentence, choice: Choice): string {
  const edits = editsOf(space, choice);
  return applyEdits(
    text,
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}
