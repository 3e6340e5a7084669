import { expect, test } from 'vitest';
import { postingMonth } from './posting-month.ts';

test.each([
  ['2024-05-03', '2024-05'],
  ['2024-05-03T10:00:00Z', '2024-05'],
  ['2024/5/3', '2024-05'],
  ['03.05.2024', '2024-05'],
  ['5/3/2024', '2024-05'],
  ['23/5/2024', '2024-05'],
  ['2024-13-01', undefined],
  ['soon', undefined],
  ['', undefined],
])('the month of “%s” is %s', (date, month) => {
  expect(postingMonth(date)).toBe(month);
});
