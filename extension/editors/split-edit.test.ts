import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { TextSegment } from './contract.ts';
import { splitAtFormatting } from './split-edit.ts';

/** Segments as long as `pieces`, as if each stood in an element of its own. */
function segmentsOf(pieces: readonly string[]): TextSegment[] {
  let start = 0;
  return pieces.map((piece) => {
    const segment = { node: undefined as unknown as Text, offset: 0, start, length: piece.length };
    start += piece.length;
    return segment;
  });
}

function split(pieces: readonly string[], before: string, after: string): string[][] {
  const start = pieces.join('').indexOf(before);
  const edit: Edit = { start, end: start + before.length, before, after, source: 'curated' };
  return splitAtFormatting(edit, segmentsOf(pieces)).map((piece) => [piece.before, piece.after]);
}

describe('a change over the edge of formatting', () => {
  test('within one piece it stays whole', () => {
    expect(split(['We want ', 'a rockstar'], 'a rockstar', 'an expert')).toEqual([
      ['a rockstar', 'an expert'],
    ]);
  });

  test('words are paired when there are as many', () => {
    expect(split(['We want a ', 'rockstar'], 'a rockstar', 'an expert')).toEqual([
      ['a', 'an'],
      ['rockstar', 'expert'],
    ]);
  });

  test('else the longest piece takes the new words', () => {
    expect(split(['young and ', 'energetic', ' team'], 'young and energetic', 'motivated')).toEqual([
      ['young and ', 'motivated'],
      ['energetic', ''],
    ]);
  });

  test('the pieces together do what the whole does', () => {
    const word = fc.stringMatching(/^[a-z ]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        word,
        fc.nat(),
        fc.nat(),
        (pieces, after, x, y) => {
          const text = pieces.join('');
          const start = x % text.length;
          const end = start + (y % (text.length - start + 1));
          const edit: Edit = { start, end, before: text.slice(start, end), after, source: 'curated' };
          const whole = applyEdits(text, [edit]);
          expect(applyEdits(text, splitAtFormatting(edit, segmentsOf(pieces)))).toBe(whole);
        },
      ),
    );
  });
});
