import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areBands, correctedQ } from './corrected-q.ts';

const q = (target: number[], realised: number[], ordered = false) =>
  correctedQ([{ target, realised, ordered }]);

describe('q corrected', () => {
  it('sees the lists that the published form calls perfect', () => {
    expect(q([0.84, 0.16], [0.16, 0.84])).toBeCloseTo(-68, 10);
    expect(
      q([0.6, 0.25, 0.1, 0.02, 0.01, 0.01, 0.01, 0], [0, 0.01, 0.01, 0.01, 0.1, 0.6, 0.25, 0.02]),
    ).toBeCloseTo(-94, 10);
  });

  it('costs ordered groups by how far a share moved, and the ends apart by 100', () => {
    expect(q([1, 0, 0], [0, 1, 0], true)).toBeCloseTo(-50, 10);
    expect(q([1, 0, 0], [0, 0, 1], true)).toBeCloseTo(-100, 10);
    expect(q([1, 0, 0], [0, 1, 0])).toBeCloseTo(-100, 10);
  });

  it('is the same for two groups with and without an order', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          expect(q([a, 1 - a], [b, 1 - b], true)).toBeCloseTo(q([a, 1 - a], [b, 1 - b]), 9);
        },
      ),
    );
  });

  it('adds attributes up', () => {
    const one = { target: [0.5, 0.5], realised: [1, 0], ordered: false };
    expect(correctedQ([one, one])).toBeCloseTo(-100, 10);
  });
});

describe('ordered groups', () => {
  it('are recognised by ascending numbers at the beginning of their names', () => {
    expect(areBands(['18-24', '25-34', '65+'])).toBe(true);
    expect(areBands(['female', 'male'])).toBe(false);
    expect(areBands(['25-34', '18-24'])).toBe(false);
    expect(areBands(['18-24'])).toBe(false);
  });
});
