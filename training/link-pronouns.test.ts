import { describe, expect, it } from 'vitest';
import { createDetector } from '../shared/detection/detector.ts';
import { applyEdits } from '../shared/edits/apply-edits.ts';
import { editOptions } from '../shared/edits/edit-options.ts';
import { createActionSpace, editsOf } from './actions.ts';

const detector = createDetector();
/** The text with the first option of every slot taken, and how many slots there are. */
function changed(text: string): { slots: number; after: string } {
  const space = createActionSpace(text, editOptions(text, detector.check(text).findings));
  const edits = editsOf(
    space,
    space.slots.map(() => 1),
  );
  return { slots: space.slots.length, after: applyEdits(text, edits) };
}

describe('pronouns of a posting', () => {
  it('are one choice', () => {
    expect(changed('The baker keeps the oven. He is in charge of his tools. He must be calm.')).toEqual({
      slots: 1,
      after: 'The baker keeps the oven. They are in charge of their tools. They must be calm.',
    });
    expect(changed('The baker keeps the oven. He/she cleans his/her tools.')).toEqual({
      slots: 1,
      after: 'The baker keeps the oven. They clean their tools.',
    });
  });

  it('stay as they are when one of them must: half a change reads as two people', () => {
    expect(changed('Peter leads the bakery. He was a baker and keeps his tools.').slots).toBe(0);
    expect(changed('The baker must be calm. He mahi at the oven. He must bake.').slots).toBe(0);
  });

  it('leave other wording its own choice', () => {
    const { slots, after } = changed('The baker is a ninja and he must keep his tools.');
    expect(slots).toBe(2);
    expect(after).toContain('they must keep their tools');
  });
});
