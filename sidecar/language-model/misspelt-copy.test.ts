import { expect, it } from 'vitest';
import { misspellsCopy } from './misspelt-copy.ts';

const misspells = (before: string, after: string) =>
  misspellsCopy(`Some words before. ${before} And after.`, before, after);

it.each([
  ['He or she works collegially.', 'They work colleginally.'],
  ['a rockstar in metallurgy', 'a specialist in metalurgy'],
  ['the chairman of Schmidlin', 'the chair of Schmidelin'],
])('sees the slip in "%s" to "%s"', (before, after) => {
  expect(misspells(before, after)).toBe(true);
});

it.each([
  ['manpower planning', 'workforce planning'],
  ['He organises the shifts', 'They organise the shifts'],
  ['a young team', 'a motivated team'],
  ['salesmen of machinery', 'salespeople of machinery'],
  ['', 'metalurgy'],
])('takes "%s" to "%s" for a change of words', (before, after) => {
  expect(misspells(before, after)).toBe(false);
});
