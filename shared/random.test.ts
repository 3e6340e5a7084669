import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

describe('createRandom', () => {
  it('repeats under a seed and differs between seeds', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('is uniform: 16 bins of 160,000 draws stay within five standard deviations', () => {
    const random = createRandom(7);
    const bins = new Array<number>(16).fill(0);
    for (let i = 0; i < 160_000; i += 1) {
      const bin = random.integer(16);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const deviation = Math.sqrt(160_000 * (1 / 16) * (15 / 16));
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(5 * deviation);
  });

  it('forks streams that do not depend on how much the parent has drawn', () => {
    const parent = createRandom(3);
    const before = parent.fork('a').next();
    parent.next();
    expect(parent.fork('a').next()).toBe(before);
    expect(parent.fork('b').next()).not.toBe(before);
  });

  it('shuffles a copy', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom(11).shuffle(items);
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...shuffled].sort()).toEqual(items);
    expect(shuffled).not.toEqual(items);
  });
});
