import { expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { fitToPlace } from './fit-to-place.ts';

function replaced(marked: string, replacement: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace(/[[\]]/g, '');
  return applyEdits(text, [fitToPlace(text, start, end, replacement, 'test/rule')]);
}

test.each([
  ['Join an [aggressive] team.', 'strong', 'Join a strong team.'],
  ['A [rockstar] developer', 'expert', 'An expert developer'],
  ['We want a [salesman].', 'salesperson', 'We want a salesperson.'],
  ['He has an [hourly] plan', 'MBA', 'He has an MBA plan'],
  ['[Young] people', 'new', 'New people'],
  ['[SALESMAN] WANTED', 'salesperson', 'SALESPERSON WANTED'],
  ['Senior [Sales Man] wanted', 'sales person', 'Senior Sales Person wanted'],
  ['A team of [A-players]', 'skilled people', 'A team of skilled people'],
  ['[Young, dynamic] team', 'friendly and quick', 'Friendly and quick team'],
])('%s with "%s"', (marked, replacement, expected) => {
  expect(replaced(marked, replacement)).toBe(expected);
});

test('a deletion at the start of a sentence hands its capital on', () => {
  const text = 'Aggressive people sell. Young people buy.';
  expect(applyEdits(text, [fitToPlace(text, 24, 30, '', 'test/rule', 'delete')])).toBe(
    'Aggressive people sell. People buy.',
  );
});
