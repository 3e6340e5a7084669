import { expect, it } from 'vitest';
import { judgeComparison } from './judge-comparison.ts';

const tally = (model: number, policy: number, neither: number, open = 0) => ({
  ...{ model, policy, neither, open },
  pairs: model + policy + neither + open,
});

it.each([
  ['33 of 50', tally(33, 17, 0), 'model', 0.0328],
  ['32 of 50', tally(32, 18, 0), 'neither', 0.0649],
  ['17 of 50', tally(17, 33, 0), 'policy', 0.0328],
  ['6 of 6, the others alike', tally(6, 0, 44), 'model', 0.03125],
  ['5 of 5, the others alike', tally(5, 0, 45), 'neither', 0.0625],
  ['all alike', tally(0, 0, 50), 'neither', 1],
])('%s', (_, counts, preferred, p) => {
  const result = judgeComparison(counts);
  expect(result?.preferred).toBe(preferred);
  expect(result?.p).toBeCloseTo(p, 4);
});

it('says what was counted, and that the policy stays where the model is not preferred', () => {
  expect(judgeComparison(tally(20, 18, 12))?.verdict).toBe(
    'No clear preference, keep the policy: blind, 20 of 50 rewrites by the model were preferred, 18 by the policy, 12 times neither (p 0.87).',
  );
  expect(judgeComparison(tally(2, 40, 8))?.verdict).toMatch(
    /^The policy is preferred, keep it: blind, 2 of 50/,
  );
});

it('says nothing before every pair is answered, however clear it looks', () => {
  expect(judgeComparison(tally(49, 0, 0, 1))).toBeUndefined();
});
