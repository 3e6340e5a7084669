import { describe, expect, it } from 'vitest';
import type { Edit } from '../shared/protocol/edit.ts';
import { createActionSpace, editsOf, isLegal, keepAll, proposedSpans, type SpanOptions } from './actions.ts';

const text = 'You are a fearless guru. We ship on Fridays.';
const edit = (before: string, after: string, source: Edit['source'] = 'curated'): Edit => {
  const start = text.indexOf(before);
  return { start, end: start + before.length, before, after, source };
};
const span = (before: string, after: string): SpanOptions => {
  const option = edit(before, after);
  return {
    start: option.start,
    end: option.end,
    ruleId: `masculine/${before}`,
    category: 'masculine',
    options: [option],
  };
};
const spans = [span('fearless', 'confident'), span('guru', 'expert')];
const sentence = edit('You are a fearless guru.', 'You know your trade.', 'model');

describe('proposals of a language model', () => {
  const space = createActionSpace(text, [...spans, ...proposedSpans([sentence], spans)]);

  it('are actions beside the curated ones, under the category they touch', () => {
    expect(space.slots.map(({ category }) => category)).toEqual(['masculine', 'masculine', 'masculine']);
    expect(space.slots[2]?.actions.map(({ kind }) => kind)).toEqual(['keep', 'model']);
    expect(editsOf(space, [0, 0, 1])).toEqual([sentence]);
  });

  it('and the words inside them rule each other out', () => {
    expect(isLegal(space, keepAll(space), 2, 1)).toBe(true);
    expect(isLegal(space, [1, 0, 0], 2, 1)).toBe(false);
    expect(isLegal(space, [0, 0, 1], 1, 1)).toBe(false);
    expect(isLegal(space, [1, 0, 0], 1, 1)).toBe(true);
  });

  it('have no place where they name a group', () => {
    const addressed = edit('We ship on Fridays.', 'Women ship on Fridays.', 'model');
    expect(createActionSpace(text, proposedSpans([addressed], spans)).slots).toEqual([]);
  });
});
