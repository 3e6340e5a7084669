import { describe, expect, test } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { clusterPeople } from './person-cluster.ts';

const random = createRandom(7);
const words = Array.from({ length: 400 }, (_, i) => `word${i}`);
const textOf = (length: number) =>
  Array.from({ length }, () => words[random.integer(words.length)]).join(' ');

describe('clusterPeople', () => {
  const first = textOf(200);
  const people = [
    { id: 'a', text: first },
    { id: 'b', text: textOf(200) },
    { id: 'c', text: `${first} and one more sentence at the end` },
    { id: 'd', text: textOf(200) },
    { id: 'd', text: textOf(200) },
    { id: 'e', text: 'short' },
    { id: 'f', text: 'short' },
    { id: 'g', text: 'other' },
  ];

  test('joins near duplicates, equal short texts and records with one id, and nobody else', () => {
    expect(clusterPeople(people)).toEqual(['a', 'b', 'a', 'd', 'd', 'e', 'e', 'g']);
  });

  test('does not depend on the order of the people', () => {
    const order = random.shuffle([...people.keys()]);
    const inOrder = clusterPeople(people);
    const shuffled = clusterPeople(order.map((i) => people[i]!));
    expect(shuffled).toEqual(order.map((i) => inOrder[i]));
  });

  test('people of one trade who share a sentence stay apart', () => {
    const shared = 'responsible for the daily work of a busy kitchen with many guests';
    const apart = [1, 2, 3].map((i) => ({ id: `${i}`, text: `${shared} ${textOf(150)}` }));
    expect(new Set(clusterPeople(apart)).size).toBe(3);
  });

  test('nobody, no clusters', () => {
    expect(clusterPeople([])).toEqual([]);
  });
});
