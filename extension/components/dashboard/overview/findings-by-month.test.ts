import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categories } from '../../../../shared/protocol/finding.ts';
import { findingsByMonth } from './findings-by-month.ts';

test('months stand in order, kinds with the most first, and undated postings apart', () => {
  const result = findingsByMonth([
    { month: '2024-06', categories: ['age'] },
    { month: '2024-05', categories: ['masculine', 'age'] },
    { month: '2024-05', categories: [] },
    { categories: ['legal'] },
  ]);
  expect(result).toEqual({
    categories: ['age', 'masculine'],
    months: [
      { month: '2024-05', postings: 2, withFindings: 1, byCategory: [1, 1] },
      { month: '2024-06', postings: 1, withFindings: 1, byCategory: [1, 0] },
    ],
    undated: 1,
  });
});

test('every posting is counted exactly once, and no kind more often than there are postings', () => {
  const posting = fc.record(
    {
      month: fc.constantFrom('2024-01', '2024-02', '2025-01'),
      categories: fc.uniqueArray(fc.constantFrom(...categories)),
    },
    { requiredKeys: ['categories'] },
  );
  fc.assert(
    fc.property(fc.array(posting), (postings) => {
      const { months, undated } = findingsByMonth(postings);
      const counted = months.reduce((sum, month) => sum + month.postings, undated);
      expect(counted).toBe(postings.length);
      for (const month of months) {
        expect(month.withFindings).toBeLessThanOrEqual(month.postings);
        for (const count of month.byCategory) expect(count).toBeLessThanOrEqual(month.withFindings);
      }
    }),
  );
});
