import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListChange } from '../../../shared/fairness/match-list/match-list.ts';
import { poolKinds, roundUpCoarsely } from './pooled-effects.ts';

const labels = { codes: Int16Array.of(0, 0, 1, 1), groupCount: 2 };
/** A list of four people in which the first group has this share. */
const share = (first: number) => Float64Array.of(first / 2, first / 2, (1 - first) / 2, (1 - first) / 2);
const change = (before: Float64Array, after: number): ListChange => ({
  members: Int32Array.of(0, 1, 2, 3),
  before,
  after: share(after),
});

describe('effects pooled over kinds', () => {
  it('are the change of the mean gap along the side to which the lists lean', () => {
    const originals = [0.7, 0.66, 0.64, 0.7].map(share);
    const closer = originals.map((before) => change(before, 0.55));
    const kept = originals.map((before) => ({ ...change(before, 0.5), after: before }));
    const effects = poolKinds(
      [
        { kind: 'masculine', changes: closer },
        { kind: 'age', changes: kept },
        { kind: 'racial', changes: [] },
      ],
      labels,
    );
    const [masculine, age, racial] = effects ?? [];
    expect(masculine?.verdict).toBe('closer');
    // The mean of .55 less that of the originals, drawn a little toward the other kind.
    expect(masculine?.change).toBeLessThan(-0.11);
    expect(masculine?.change).toBeGreaterThan(0.55 - 0.675);
    expect(Math.abs(age?.change ?? 1)).toBeLessThan(0.01);
    expect(racial).toMatchObject({ verdict: 'not-enough-data', postings: 0 });
  });

  it('are none while nothing was measured', () => {
    expect(poolKinds([{ kind: 'age', changes: [] }], labels)).toBeUndefined();
  });
});

it('postings that are missing are said so coarsely that they name nobody', () => {
  expect([0, 1, 2, 3, 6, 11, 49, 51, 999].map(roundUpCoarsely)).toEqual([0, 1, 2, 5, 10, 20, 50, 100, 1000]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), (postings) => {
      const rounded = roundUpCoarsely(postings);
      expect(rounded).toBeGreaterThanOrEqual(postings);
      expect(rounded).toBeLessThanOrEqual(2.5 * postings);
      expect(String(rounded)).toMatch(/^[125]0*$/);
    }),
  );
});
