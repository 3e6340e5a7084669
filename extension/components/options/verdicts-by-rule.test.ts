import { expect, test } from 'vitest';
import { verdictsByRule } from './verdicts-by-rule.ts';

test('rules are counted, the most often first, then by name', () => {
  const verdicts = ['b', 'c', 'a', 'c'].map((ruleId) => ({ ruleId }));
  expect([...verdictsByRule(verdicts)]).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
  expect(verdictsByRule([]).size).toBe(0);
});
