import { expect, test } from 'vitest';
import { joinsSeveralPeople } from './several-people.ts';

function joins(marked: string, after: string): boolean {
  const text = marked.replace(/[[\]]/g, '');
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  return joinsSeveralPeople(text, { start, end, before: text.slice(start, end), after, source: 'curated' });
}

test.each([
  ['You lead the bakers and show them the ovens. [He] will order flour.', 'They', true],
  ['You lead the bakers and show them the ovens. [He/she] will order flour.', 'They', true],
  ['You lead the bakers and show them the ovens. [He/she is] calm.', 'They are', true],
  ['You lead the bakers and show them the ovens. [He] will order flour.', 'This person', false],
  ['You show them the ovens. You order flour. [He] will be calm.', 'They', false],
  ['The baker plans the week. [He] will be calm.', 'They', false],
  ['You lead the bakers and show them the ovens. [His] flour is ordered.', 'Their', false],
])('%s → %s', (marked, after, expected) => {
  expect(joins(marked, after)).toBe(expected);
});
