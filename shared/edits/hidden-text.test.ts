import { expect, it } from 'vitest';
import { addsHiddenText } from './hidden-text.ts';

it('lets visible text be, also where the original hid some already', () => {
  expect(addsHiddenText({ before: 'rockstar', after: 'expert, calm and patient' })).toBe(false);
  expect(addsHiddenText({ before: '<b>rockstar</b>', after: '<b>expert</b>' })).toBe(false);
  expect(addsHiddenText({ before: 'rock\u00ADstar', after: 'ex\u00ADpert' })).toBe(false);
  expect(addsHiddenText({ before: 'tough', after: 'fewer than 5 < 7 errors' })).toBe(false);
});

it('finds what is added to it', () => {
  expect(addsHiddenText({ before: 'rock\u00ADstar', after: 'ex\u00ADpert\u00AD' })).toBe(true);
  expect(addsHiddenText({ before: 'rockstar', after: 'expert <!-- calm' })).toBe(true);
});
