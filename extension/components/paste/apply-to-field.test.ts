import { expect, test } from 'vitest';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Span } from '../../editors/contract.ts';
import { applyToField } from './apply-to-field.ts';

const replaceWord = (text: string, word: string, after: string): Edit => {
  const start = text.indexOf(word);
  return { start, end: start + word.length, before: word, after, source: 'curated' };
};

/** A field that holds a string; words in `stubborn` do not change. */
function stringField(text: string, stubborn: readonly string[] = []) {
  return {
    text,
    undoSteps: (edits: number) => edits,
    async replace({ start, end }: Span, after: string) {
      if (stubborn.includes(this.text.slice(start, end)))
        return { ok: false, how: 'none', why: 'refused' } as const;
      this.text = this.text.slice(0, start) + after + this.text.slice(end);
      return { ok: true, how: 'typed' } as const;
    },
  };
}

test('edits of any order and length land where they were meant', async () => {
  const text = 'our young guys sell';
  const field = stringField(text);
  const outcome = await applyToField(field, [
    replaceWord(text, 'young', 'experienced'),
    replaceWord(text, 'guys', 'team'),
  ]);
  expect(field.text).toBe('our experienced team sell');
  expect(outcome).toMatchObject({ undoSteps: 2, notApplied: [] });
});

test('one that is refused is reported and does not stop the others', async () => {
  const text = 'our young guys sell';
  const field = stringField(text, ['guys']);
  const outcome = await applyToField(field, [
    replaceWord(text, 'young', 'kind'),
    replaceWord(text, 'guys', 'team'),
  ]);
  expect(field.text).toBe('our kind guys sell');
  expect(outcome.notApplied.map(({ edit, why }) => [edit.before, why])).toEqual([['guys', 'refused']]);
});
