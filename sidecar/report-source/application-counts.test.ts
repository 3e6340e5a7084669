import { expect, it } from 'vitest';
import { countApplications } from './application-counts.ts';

const step = (externalId: string, stage: 'applied' | 'interviewed' | 'hired' | 'rejected', on: string) => ({
  postingId: 'p1',
  externalId,
  stage,
  on,
});

it('counts each person once, at the furthest stage, in the month of the first step, by group', () => {
  const outcomes = [
    step('a', 'interviewed', '2024-02-03'),
    step('a', 'applied', '2024-01-30'),
    step('a', 'rejected', '2024-02-10'),
    step('b', 'applied', '2024-01-05'),
    step('b', 'rejected', '2024-01-06'),
    step('c', 'applied', '2024-01-05'),
    step('d', 'hired', '2024-03-01'),
  ];
  const groupOf = new Map([
    ['a', 0],
    ['b', 1],
    ['c', 1],
    ['d', -1],
  ]);
  const counts = countApplications(outcomes, (ids) => [
    { name: 'gender', groups: ['man', 'woman'], codes: Int16Array.from(ids, (id) => groupOf.get(id) ?? -2) },
  ]);
  expect(counts).toEqual([
    { postingId: 'p1', month: '2024-01', groups: ['man'], furthest: 'interviewed', people: 1 },
    { postingId: 'p1', month: '2024-01', groups: ['woman'], furthest: 'applied', people: 2 },
    { postingId: 'p1', month: '2024-03', groups: [null], furthest: 'hired', people: 1 },
  ]);
});
