import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../protocol/edit.ts';
import { applyEdits, EditError } from './apply-edits.ts';

const edit = (start: number, before: string, after: string): Edit => ({
  start,
  end: start + before.length,
  before,
  after,
  source: 'curated',
});

describe('applyEdits', () => {
  test('counts every offset in the original text, whatever the order of the edits', () => {
    const edits = [edit(14, 'team', 'crew'), edit(2, 'young', 'kind'), edit(0, 'A', 'One')];
    expect(applyEdits('A young, warm team', edits)).toBe('One kind, warm crew');
  });

  test('lets edits touch, and inserts stand before a replacement at the same place', () => {
    expect(applyEdits('ab', [edit(1, 'b', 'B'), edit(0, 'a', 'A'), edit(1, '', '-')])).toBe('A-B');
  });

  test('names both texts when the original is not what the edit expects', () => {
    expect(() => applyEdits('A calm team', [edit(2, 'young', '')])).toThrow(EditError);
    expect(() => applyEdits('A calm team', [edit(2, 'young', '')])).toThrow(/"young" at 2.*"calm "/);
  });

  test('refuses an edit that ends after the text', () => {
    expect(() => applyEdits('short', [edit(3, 'rtest', '')])).toThrow(/has 5 characters/);
  });

  test('refuses overlapping edits and inserts inside a replacement', () => {
    expect(() => applyEdits('abcdef', [edit(0, 'abc', 'x'), edit(2, 'cd', 'y')])).toThrow(/overlaps/);
    expect(() => applyEdits('abcdef', [edit(0, 'abc', 'x'), edit(1, '', 'y')])).toThrow(/overlaps/);
  });

  test('replacing a part by itself changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const before = text.slice(start, end);
        expect(applyEdits(text, [edit(start!, before, before)])).toBe(text);
      }),
    );
  });
});
