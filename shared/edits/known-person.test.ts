import { expect, test } from 'vitest';
import { changesKnownPerson } from './known-person.ts';

function changes(marked: string): boolean {
  const text = marked.replace(/[[\]]/g, '');
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  return changesKnownPerson(text, {
    start,
    end,
    before: text.slice(start, end),
    after: 'they',
    source: 'curated',
  });
}

test.each([
  ['Maria Lopez bakes here. [She] is kind.', true],
  ['It is a joy to bake with Peter. [He’s] calm.', true],
  ['Our visit was short. [He] knew the way.', true],
  ['The baker plans the week. [He] is calm.', false],
  ['Maria Lopez leads us. The candidate brings [his] tools.', false],
  ['Maria Lopez leads us. [He or she] bakes.', false],
  ['Harbour Bakery Ltd needs a baker. [He] is calm.', true],
  ['Harbour Bakery Ltd needs a baker. [He] must be calm.', false],
  ['Maria Lopez bakes here. [She] will show you the ovens.', true],
  ['You bake for a young lady. She has [her] own oven.', true],
  ['You bake for a female who needs help with [her] oven.', true],
  ['You help the girl to bake again after [her] injury.', true],
  ['About who needs care: - Bakes no more - Has [her] wits', true],
  ['We are looking for a man to bake. [He] must be calm.', false],
  ['Ask the baker for [his] tools.', false],
])('%s', (marked, expected) => {
  expect(changes(marked)).toBe(expected);
});
