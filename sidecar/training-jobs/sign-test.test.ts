import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signTest } from './sign-test.ts';

// Twice the sum of binomial coefficients up to the smaller count over 2^n, in whole numbers.
it.each([
  [0, 0, 1],
  [1, 0, 1],
  [5, 0, 0.0625],
  [6, 0, 0.03125],
  [25, 25, 1],
  [32, 18, 0.06490865],
  [33, 17, 0.03283914],
  [50, 0, 1.776357e-15],
])('%i against %i', (first, second, p) => {
  expect(signTest(first, second) / p).toBeCloseTo(1, 6);
});

it('is the same from either side, and falls as the split grows more uneven', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 }), (count, wins) => {
      const more = Math.min(wins, count);
      const [less, p] = [count - more, signTest(more, count - more)];
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(signTest(less, more)).toBe(p);
      if (more > less) expect(signTest(more + 1, Math.max(0, less - 1))).toBeLessThan(p);
    }),
  );
});

it('refuses what is no count', () => {
  for (const bad of [-1, 0.5, Number.NaN, 2000]) expect(() => signTest(bad, 1)).toThrow(RangeError);
});
