import { expect, test } from 'vitest';
import { verdictCell } from './selection-section.ts';

test('only a group with the highest rate is called so', () => {
  const reference = { verdict: 'reference', needed: null } as const;
  expect(verdictCell({ ...reference, impactRatio: 1 })).toBe('reference (highest rate)');
  expect(verdictCell({ ...reference, impactRatio: 0.68 })).toBe('reference');
});
