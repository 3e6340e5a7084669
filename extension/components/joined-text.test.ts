import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { joinFields, splitEdits } from './joined-text.ts';
import { field, finding } from './page.fixture.ts';

const replace = (text: string, start: number, end: number, after: string): Edit => ({
  start,
  end,
  before: text.slice(start, end),
  after,
  source: 'curated',
});

describe('joinFields', () => {
  test('findings keep pointing at their words', () => {
    const young = finding();
    const check = { labels: [], score: { value: 98, losses: [] }, findings: [young] };
    const joined = joinFields([field({ text: 'Ninja' }), field({ fieldId: 'b', check })]);
    const [moved] = joined.findings;
    expect(moved && joined.text.slice(moved.start, moved.end)).toBe('young');
  });
});

describe('splitEdits', () => {
  test('applying the parts gives the same as applying to the joined text', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.string({ maxLength: 4 }), (parts, pick, at, after) => {
        const joined = joinFields(parts.map((text, i) => field({ fieldId: `${i}`, text })));
        const part = joined.parts[pick % joined.parts.length]!;
        const start = part.start + (at % (part.end - part.start));
        const edit = replace(joined.text, start, part.end, after);
        const { fields, unplaced } = splitEdits(joined, [edit]);
        const apart = parts.map((text, i) => {
          const own = fields.find((f) => f.place.fieldId === `${i}`);
          return own ? applyEdits(text, own.edits) : text;
        });
        expect(unplaced).toEqual([]);
        expect(apart.join('\n\n')).toBe(applyEdits(joined.text, [edit]));
      }),
    );
  });

  test('an edit over the border of two fields is reported, not cut', () => {
    const joined = joinFields([field({ text: 'abc' }), field({ fieldId: 'b', text: 'def' })]);
    const edit = replace(joined.text, 2, 6, 'x');
    expect(splitEdits(joined, [edit])).toEqual({ fields: [], unplaced: [edit] });
  });

  test('text added at the very end belongs to the last field', () => {
    const joined = joinFields([field({ text: 'abc' }), field({ fieldId: 'b', text: 'def' })]);
    const end = joined.text.length;
    const { fields } = splitEdits(joined, [replace(joined.text, end, end, ' more')]);
    expect(fields.map((f) => [f.place.fieldId, f.edits[0]?.start])).toEqual([['b', 3]]);
  });
});
