import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relevance, skillShare, topList } from './relevance.ts';

describe('relevance', () => {
  it('lets people tied at the edge share the last places', () => {
    const top = topList([9, 5, 5, 5, 1], [0, 1, 2, 3, 4], 2);
    expect(Array.from(top.members)).toEqual([0, 1, 2, 3]);
    expect(top.weights[0]).toBeCloseTo(1 / 2, 12);
    expect(top.weights[1]).toBeCloseTo(1 / 6, 12);
    expect(relevance(top, [1, 1, 0, 0, 1])).toBeCloseTo(2 / 3, 12);
  });

  it('takes the same people as a full sort', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 90 }),
        (scores, depth) => {
          const members = scores.map((_, i) => i);
          const mean = relevance(topList(scores, members, depth), scores);
          const sorted = scores.toSorted((a, b) => b - a).slice(0, depth);
          expect(mean).toBeCloseTo(sorted.reduce((a, b) => a + b) / sorted.length, 9);
        },
      ),
    );
  });

  it('counts the required skills that someone has', () => {
    expect(skillShare(['sql', 'audit'], new Set(['sql', 'tax']))).toBe(0.5);
    expect(skillShare([], new Set())).toBe(1);
    expect(relevance(topList([], [], 5), [])).toBe(0);
  });
});
