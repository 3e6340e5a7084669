import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHalves, toInterleaved } from './rotary-rows.ts';

it('brings neighbouring rows of each head into halves', () => {
  // Two heads of size 4, one column: rows 0..7.
  expect([...toHalves(Float32Array.from([0, 1, 2, 3, 4, 5, 6, 7]), 4, 1)]).toEqual([0, 2, 1, 3, 4, 6, 5, 7]);
  expect([...toHalves(Float32Array.from([0, 1, 2, 3, 4, 5]), 6, 1)]).toEqual([0, 2, 4, 1, 3, 5]);
});

it('there and back is the identity', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      (heads, half, columns) => {
        const rows = Float32Array.from({ length: heads * half * 2 * columns }, (_, i) => i);
        expect(toInterleaved(toHalves(rows, half * 2, columns), half * 2, columns)).toEqual(rows);
      },
    ),
  );
});
