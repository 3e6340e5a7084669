import { describe, expect, it } from 'vitest';
import { exampleEvaluation, exampleRow as row } from './evaluation/record.fixture.ts';
import type { Evaluation, MethodRow } from './evaluation/record.ts';
import { decidePromotion, levelOfLook } from './promotion.ts';

const interval = (lower: number, upper: number) => ({ lower, upper, level: 0.95 });
const region: MethodRow = {
  ...row,
  attribute: 'region',
  fallP: 0.4,
  excessGap: {
    ...row.excessGap,
    before: 0.05,
    after: 0.05,
    change: { value: 0, interval: interval(-0.01, 0.008) },
  },
};
const agreeing = {
  method: 'amortised',
  attribute: 'gender',
  recommender: 'lexical',
  excessGap: { before: 0.1, after: 0.06 },
};
const evaluation = (methods: MethodRow[], agreement = [agreeing]) => exampleEvaluation(methods, agreement);
const failing = (one: Evaluation, look = 1) =>
  decidePromotion(one, 'amortised', look).checks.flatMap(({ passed, check }) =>
    passed ? [] : [check.slice(0, 12)],
  );

describe('decidePromotion', () => {
  it('promotes what passes every check', () => {
    expect(decidePromotion(evaluation([row, region]), 'amortised', 1).promoted).toBe(true);
  });

  it.each([
    ['a fall that chance explains', [{ ...row, fallP: 0.02 }, region], 'the excess g,a second rec'],
    [
      'a loss on another attribute',
      [
        row,
        {
          ...region,
          excessGap: { ...region.excessGap, change: { value: 0.01, interval: interval(0, 0.02) } },
        },
      ],
      'no other att',
    ],
    [
      'relevance that may have fallen',
      [{ ...row, relevance: { ...row.relevance, interval: interval(-0.03, 0) } }, region],
      'relevance fa',
    ],
    ['three statements in a posting', [{ ...row, mostInserts: 3 }, region], 'at most 2 st'],
  ])('does not promote %s, and says so', (_, methods, check) => {
    expect(failing(evaluation(methods)).join()).toBe(check);
  });

  it('does not promote what a second recommender contradicts, or none confirmed', () => {
    const against = { ...agreeing, excessGap: { before: 0.1, after: 0.11 } };
    expect(failing(evaluation([row, region], [against]))).toEqual(['a second rec']);
    expect(failing(evaluation([row, region], []))).toEqual(['a second rec']);
  });

  it('is stricter at each look', () => {
    const slight = evaluation([{ ...row, fallP: 0.01 }]);
    expect(failing(slight, 1)).toEqual([]);
    expect(failing(slight, 2)).toContain('the excess g');
    const together = Array.from({ length: 1000 }, (_, i) => levelOfLook(i + 1)).reduce((a, b) => a + b);
    expect(together).toBeLessThan(0.05);
    expect(() => levelOfLook(0)).toThrow('look 0');
  });
});
