import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieceEnds } from './check-in-pieces.ts';

test('a short text is one piece', () => {
  expect(pieceEnds('We look for a salesman.')).toEqual([23]);
  expect(pieceEnds('')).toEqual([0]);
});

test('the pieces cover the text, grow, and end after a line or a word', () => {
  const word = fc.stringMatching(/^[a-z.]{1,12}[ \n]$/);
  const texts = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 2_000 }))
    .map(([words, times]) => words.join('').repeat(times));
  fc.assert(
    fc.property(texts, (text) => {
      const ends = pieceEnds(text);
      expect(ends.at(-1)).toBe(text.length);
      ends.slice(0, -1).forEach((end, index) => {
        expect(end).toBeGreaterThan(ends[index - 1] ?? 0);
        expect(text[end - 1]).toMatch(/\s/);
      });
    }),
    { numRuns: 60 },
  );
});
