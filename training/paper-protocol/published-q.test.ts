import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedQ, sampleWasserstein } from './published-q.ts';

const shares = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 })
  .filter((counts) => counts.some((count) => count > 0))
  .map((counts) => counts.map((count) => count / counts.reduce((sum, one) => sum + one, 0)));

describe('q as published', () => {
  it('is the distance of two sets of samples, as in the example of the scipy documentation', () => {
    expect(sampleWasserstein([0.5, 0.5], [1, 0])).toBeCloseTo(0.5, 12);
    expect(sampleWasserstein([0.84, 0.16], [0.5, 0.5])).toBeCloseTo(0.34, 12);
    expect(sampleWasserstein([0, 1, 3], [5, 6, 8])).toBeCloseTo(5, 12);
  });

  it('calls a list perfect that turns the target around', () => {
    expect(publishedQ([{ target: [0.84, 0.16], realised: [0.16, 0.84] }])).toBeCloseTo(0, 12);
  });

  it('calls a list perfect in which two regions have changed places', () => {
    const target = [0.6, 0.25, 0.1, 0.02, 0.01, 0.01, 0.01, 0];
    const realised = [0, 0.01, 0.01, 0.01, 0.1, 0.6, 0.25, 0.02];
    expect(publishedQ([{ target, realised }])).toBeCloseTo(0, 12);
  });

  it('takes only 10 points for a list of one region', () => {
    const target = [0.6, 0.25, 0.1, 0.02, 0.01, 0.01, 0.01, 0];
    expect(publishedQ([{ target, realised: [1, 0, 0, 0, 0, 0, 0, 0] }])).toBeCloseTo(-10, 12);
  });

  it('gives 0 to every permutation of the target', () => {
    fc.assert(
      fc.property(shares, fc.nat(), (target, by) => {
        const realised = target.map((_, i) => target[(i + by) % target.length] as number);
        expect(publishedQ([{ target, realised }])).toBeCloseTo(0, 9);
      }),
    );
  });
});
