import { expect, test } from 'vitest';
import { changesStatedLeave } from './stated-leave.ts';

function changes(text: string, before: string): boolean {
  const start = text.indexOf(before);
  return changesStatedLeave(text, {
    start,
    end: start + before.length,
    before,
    after: 'parental leave',
    source: 'curated',
  });
}

test.each([
  ['Bakers get 16 weeks of paid maternity leave.', 'maternity leave', true],
  ['Our maternity leave lasts six months.', 'maternity leave', true],
  ['We offer maternity leave and paternity leave.', 'maternity leave', true],
  ['We offer a paternity leave or coparental leave.', 'paternity leave', true],
  ['Maternity leave is for our female bakers.', 'Maternity leave', true],
  ['New mothers get maternity leave.', 'New mothers', true],
  ['New mothers get a quiet room. We offer maternity leave.', 'New mothers', false],
  ['We offer maternity leave. Shifts take 8 hours.', 'maternity leave', false],
  ['We offer maternity and paternity leave.', 'maternity and paternity leave', false],
])('%s', (text, before, expected) => {
  expect(changes(text, before)).toBe(expected);
});
