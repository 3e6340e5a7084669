import { expect, test } from 'vitest';
import type { Category } from '../../../../shared/protocol/finding.ts';
import type { ScannedPosting } from './scan.ts';
import { summarise } from './scan-summary.ts';

const posting = (
  score: number | undefined,
  categories: Category[],
  questions = 0,
  legal = 0,
): ScannedPosting => ({
  index: 0,
  id: '1',
  title: '',
  text: '',
  ...(score === undefined ? {} : { score }),
  bySeverity: { style: 0, coded: 0, exclusionary: 0, 'unlawful-risk': 0 },
  categories,
  questions,
  legal,
});

test('counts postings, leaves unread ones out, and takes the median', () => {
  const scanned = [
    posting(90, ['age', 'masculine'], 1),
    posting(60, ['age'], 0, 2),
    posting(100, []),
    posting(80, ['age'], 2),
    posting(undefined, []),
  ];
  expect(summarise(scanned)).toEqual({
    postings: 5,
    unread: 1,
    medianScore: 85,
    withoutFindings: 1,
    withQuestions: 2,
    withLegalGaps: 1,
    byCategory: [
      { category: 'age', postings: 3 },
      { category: 'masculine', postings: 1 },
    ],
  });
});

test('nothing scanned has no median', () => {
  expect(summarise([])).not.toHaveProperty('medianScore');
});

test('the median of an odd number is the one in the middle', () => {
  expect(summarise([posting(10, []), posting(30, []), posting(80, [])]).medianScore).toBe(30);
});
