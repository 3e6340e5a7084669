import { expect, test } from 'vitest';
import { applyEdits as applyToText } from '../../shared/edits/apply-edits.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { Span } from '../editors/contract.ts';
import { applyEdits, type EditTarget } from './apply-edits.ts';

/** An editor that takes every change, one by one or, where `together`, as one. */
function editorWith(text: string, together: boolean): EditTarget {
  let now = text;
  const replaced = async (span: Span, after: string) => {
    now = now.slice(0, span.start) + after + now.slice(span.end);
    return { ok: true, how: 'typed' as const };
  };
  return {
    read: () => ({ text: now, segments: [] }),
    replace: replaced,
    undoSteps: (changes) => changes,
    ...(together
      ? { replaceTogether: (edits) => replaced({ start: 0, end: now.length }, applyToText(now, edits)) }
      : {}),
  };
}

const text = 'A ninja bakes.';
const statement = (after: string): Edit => ({
  start: text.length,
  end: text.length,
  before: '',
  after: `\n${after}`,
  source: 'insert',
});
const expert: Edit = { start: 2, end: 7, before: 'ninja', after: 'expert', source: 'curated' };

test.each([
  ['one by one', false, 3],
  ['as one change', true, 1],
])('statements at one place go in in their order, %s', async (_, together, undoSteps) => {
  const editor = editorWith(text, together);
  const edits = [statement('Training is paid.'), statement('You choose your hours.'), expert];
  const result = await applyEdits(editor, edits, text);
  expect(editor.read().text).toBe('A expert bakes.\nTraining is paid.\nYou choose your hours.');
  expect(result).toEqual({
    applied: [expert, edits[0], edits[1]],
    notApplied: [],
    undoSteps,
    copiedToClipboard: false,
  });
});

test('an edit whose words are gone is told, and the others go in', async () => {
  const editor = editorWith('A baker bakes.', false);
  const result = await applyEdits(editor, [expert, statement('Training is paid.')], text);
  expect(editor.read().text).toBe('A baker bakes.\nTraining is paid.');
  expect(result.notApplied).toEqual([{ edit: expert, why: 'The text has changed there since.' }]);
});
