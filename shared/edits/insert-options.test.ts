import { describe, expect, test } from 'vitest';
import type { Statement } from '../protocol/sidecar.ts';
import { applyEdits } from './apply-edits.ts';
import { insertOptions } from './insert-options.ts';

const leave: Statement = {
  id: 'leave',
  text: 'Every parent can take 20 weeks of paid leave.',
  topic: 'parental-leave',
};
const adjustments: Statement = {
  id: 'adjustments',
  text: 'Tell us what would make the interview easier for you.',
  topic: 'accommodation',
};

const posting =
  'Pastry cook\n\nYou bake for two cafés.\n\nBenefits\n- Breakfast\n- A locker\n\nHow to apply\nSend a short note.\n';

describe('insertOptions', () => {
  test('a statement stands at the end of the section that fits, in that section’s own form', () => {
    const edits = insertOptions(posting, [leave, adjustments]);
    expect(edits.every((edit) => edit.source === 'insert' && edit.before === '')).toBe(true);
    const text = applyEdits(posting, edits);
    expect(text).toContain(`- A locker\n- ${leave.text}\n\nHow to apply`);
    expect(text).toContain(`Send a short note.\n${adjustments.text}\n`);
  });

  test('without a fitting section it ends the text as a paragraph', () => {
    const text = 'You bake for two cafés.\n';
    expect(applyEdits(text, insertOptions(text, [leave]))).toBe(`You bake for two cafés.\n\n${leave.text}\n`);
  });

  test('nothing is said twice', () => {
    expect(insertOptions(`${posting}\nWe pay parental leave.`, [leave])).toEqual([]);
    expect(insertOptions(`${posting}\n${adjustments.text}`, [adjustments])).toEqual([]);
  });
});
