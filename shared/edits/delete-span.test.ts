import { expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { deleteSpan } from './delete-span.ts';

/** Deletes what stands in [brackets]; `undefined` when no tidy deletion is known. */
function without(marked: string): string | undefined {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  const edit = deleteSpan(text, start, end);
  return edit && applyEdits(text, [edit]);
}

test.each([
  ['Join our [young] team.', 'Join our team.'],
  ['A [young], energetic team.', 'A energetic team.'],
  ['You are [young] and motivated.', 'You are motivated.'],
  ['You are motivated and [young].', 'You are motivated.'],
  ['You are calm, keen, and [young].', 'You are calm and keen.'],
  ['You are calm, keen, [young].', 'You are calm, keen.'],
  ['Join our energetic, [young] team.', 'Join our energetic team.'],
  ['We bake bread. [Work hard, play hard.] Apply now.', 'We bake bread. Apply now.'],
  ['We bake bread. [Work hard, play hard].', 'We bake bread.'],
  ['Needs:\n- patience\n- [youthful energy]\n- care', 'Needs:\n- patience\n- care'],
  ['Needs:\n- patience\n- [youthful energy]', 'Needs:\n- patience'],
])('%s', (marked, expected) => {
  expect(without(marked)).toBe(expected);
});

test.each([
  'You are [young].',
  'You must [dominate] the room.',
  'Someone who is [aggressive] in a good way.',
  'You are [aggressive] and we like that.',
  'We sell bikes and [young] people buy them.',
  'In our shop, [young] staff advise.',
  'Additionally, [young] staff advise.',
])('nothing tells that this stays a sentence: %s', (marked) => {
  expect(without(marked)).toBeUndefined();
});
