import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryOver } from './span-mapping.ts';

describe('marks while someone types', () => {
  const text = 'We want a ninja and a rockstar.';
  const ninja = { start: 10, end: 15 };
  const rockstar = { start: 22, end: 30 };

  test('a mark before the change stays, one after it moves', () => {
    expect(carryOver([ninja, rockstar], text, text.replace(' and', ', kind and'))).toEqual([
      ninja,
      { start: 28, end: 36 },
    ]);
  });

  test('a mark that the change touches goes', () => {
    expect(carryOver([ninja, rockstar], text, text.replace('ninja', 'ninjas'))).toEqual([
      { start: 10, end: 15 },
      { start: 23, end: 31 },
    ]);
    expect(carryOver([ninja, rockstar], text, text.replace('ninja', 'nimja'))).toEqual([rockstar]);
  });

  test('whatever is carried over still says the same', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        fc.nat(),
        fc.nat(),
        (a, b, c, d, x, y) => {
          const before = a + b + c;
          const after = a + d + c;
          const start = Math.min(x, before.length);
          const end = Math.min(start + y, before.length);
          for (const mark of carryOver([{ start, end }], before, after)) {
            expect(after.slice(mark.start, mark.end)).toBe(before.slice(start, end));
          }
        },
      ),
    );
  });
});
