import { expect, test } from 'vitest';
import { effectSentences } from './effect-sentences.ts';

const edits = Array.from({ length: 3 }, (_, start) => ({
  start,
  end: start + 1,
  before: 'a',
  after: 'b',
  source: 'curated' as const,
}));
const closer = 'In 7 postings this kind of change brought the list closer.';
const unknown = 'No measurable effect known; suggested for clarity.';

test('what holds for most edits is said once, the rest beside its edit', () => {
  expect(effectSentences({ edits, effects: [closer, unknown, closer] })).toEqual({
    common: closer,
    own: [undefined, unknown, undefined],
  });
});

test('nothing is claimed where nothing was measured', () => {
  expect(effectSentences({ edits })).toEqual({ common: unknown, own: [undefined, undefined, undefined] });
});

test('a single edit has its own sentence', () => {
  expect(effectSentences({ edits: edits.slice(0, 1), effects: [closer] })).toEqual({
    common: undefined,
    own: [closer],
  });
});
