import { expect, test } from 'vitest';
import type { ScannedPosting } from './scan.ts';
import { sortPostings } from './sort-postings.ts';

const posting = (index: number, title: string, score?: number): ScannedPosting => ({
  index,
  id: String(index),
  title,
  text: '',
  ...(score === undefined ? {} : { score }),
  bySeverity: { style: index, coded: 0, exclusionary: 0, 'unlawful-risk': 0 },
  categories: [],
  questions: 0,
  legal: 0,
});
const all = [
  posting(0, 'Cook 10', 50),
  posting(1, 'Cook 9'),
  posting(2, 'Cook 1', 90),
  posting(3, 'Cook 2', 50),
];
const order = (...args: Parameters<typeof sortPostings>) => sortPostings(...args).map((p) => p.index);

test('postings without a score come last in both directions, equal ones keep their order', () => {
  expect(order(all, { key: 'score', descending: false })).toEqual([0, 3, 2, 1]);
  expect(order(all, { key: 'score', descending: true })).toEqual([2, 0, 3, 1]);
});

test('titles sort as people count', () => {
  expect(order(all, { key: 'title', descending: false })).toEqual([2, 3, 1, 0]);
});

test('findings are summed over severities', () => {
  expect(order(all, { key: 'findings', descending: true })).toEqual([3, 2, 1, 0]);
});
