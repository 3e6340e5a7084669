import { expect, test } from 'vitest';
import { changesPeopleServed } from './people-served.ts';

test.each([
  ['You have worked with [young] people.', true],
  ['We sell bread to hungry, thrifty [young ]women.', true],
  ['A kitchen that supports [young] adults', true],
  ['We look for [young] people to bake.', false],
  ['A lot of [young] people bake here.', false],
  ['A chance for [young] bakers', false],
  ['Work with a [young] team', false],
])('%s', (marked, expected) => {
  const text = marked.replace(/[[\]]/g, '');
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const edit = { start, end, before: text.slice(start, end), after: 'motivated', source: 'curated' as const };
  expect(changesPeopleServed(text, edit)).toBe(expected);
});
