import { expect, it } from 'vitest';
import { countApplicants, countApplications } from './application-counts.ts';

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

it('counts people by how far they got with each of their applications', () => {
  const outcomes = [
    step('a', 'applied', '2024-01-30'),
    { ...step('a', 'hired', '2024-02-03'), postingId: 'p2' },
    step('b', 'applied', '2024-01-05'),
    { ...step('b', 'applied', '2024-01-06'), postingId: 'p2' },
    { ...step('b', 'hired', '2024-01-07'), postingId: 'p2' },
    step('c', 'applied', '2024-01-05'),
  ];
  const counts = countApplicants(outcomes, (ids) => [
    { name: 'gender', groups: ['man'], codes: Int16Array.from(ids, () => 0) },
  ]);
  expect(counts).toEqual([
    { groups: ['man'], furthest: ['applied', 'hired'], people: 2 },
    { groups: ['man'], furthest: ['applied'], people: 1 },
  ]);
});
