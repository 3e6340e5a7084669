import { expect, test } from 'vitest';
import { joinsSeveralPeople } from './several-people.ts';

function joins(marked: string, after: string): boolean {
  const text = marked.replace(/[[\]]/g, '');
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  return joinsSeveralPeople(text, { start, end, before: text.slice(start, end), after, source: 'curated' });
}

test.each([
  ['You lead a crew and show them the ovens. [He] will order flour.', 'They', true],
  ['You lead a crew and show them the ovens. [He/she] will order flour.', 'They', true],
  ['You lead a crew and show them the ovens. [He/she is] calm.', 'They are', true],
  ['You show the ovens to the bakers. [She] will order flour.', 'They', true],
  ['Calm employees are part of our team. [He/she] will order flour.', 'They', true],
  ['You ask our clients what their bread costs. [Her] calm helps.', 'Their', true],
  ['You lead a crew and show them the ovens. [He] will order flour.', 'This person', false],
  ['You show them the ovens. You order flour. [He] will be calm.', 'They', false],
  ['You show bakers the oven. [He] will order flour.', 'They', false],
  ['You show the ovens to the bakers while [he] orders flour.', 'they', false],
])('%s → %s', (marked, after, expected) => {
  expect(joins(marked, after)).toBe(expected);
});
