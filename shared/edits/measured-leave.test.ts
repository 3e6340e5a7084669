import { expect, test } from 'vitest';
import { changesMeasuredLeave } from './measured-leave.ts';

function changes(text: string, before: string): boolean {
  const start = text.indexOf(before);
  return changesMeasuredLeave(text, {
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
  ['We offer maternity leave. Shifts take 8 hours.', 'maternity leave', false],
  ['We offer maternity and paternity leave.', 'maternity and paternity leave', false],
])('%s', (text, before, expected) => {
  expect(changes(text, before)).toBe(expected);
});
