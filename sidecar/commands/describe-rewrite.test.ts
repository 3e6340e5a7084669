import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { describeKindEffect } from '../../shared/fairness/match-list/kind-effects.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { describeRewrite } from './describe-rewrite.ts';
import { styleFor } from './style.ts';

const plain = styleFor(new PassThrough());
const original = 'Clerk\nYou are a fearless rockstar.';
const edit = (before: string, after: string): Edit => {
  const start = original.indexOf(before);
  return { start, end: start + before.length, before, after, source: 'curated' };
};
const rewrite = {
  text: 'Clerk\nYou are a confident expert.',
  edits: [edit('fearless', 'confident'), edit('rockstar', 'expert')],
  refused: [],
  notes: [],
};
const known = describeKindEffect({ postings: 7, verdict: 'closer', missing: 0 });
const unknown = describeKindEffect(undefined);

it('says under each edit what edits of its kind did elsewhere', () => {
  const lines = describeRewrite('p', original, { ...rewrite, effects: [known, unknown] }, plain).split('\n');
  const after = (words: string) => lines[lines.findIndex((line) => line.includes(words)) + 1]?.trim();
  expect(after('"fearless" → "confident"')).toBe(known);
  expect(after('"rockstar" → "expert"')).toBe(unknown);
});

it('says once that no effect is known where none was measured', () => {
  const text = describeRewrite('p', original, rewrite, plain);
  expect(text.split(unknown)).toHaveLength(2);
});
