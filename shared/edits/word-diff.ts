import { diffWordsWithSpace } from 'diff';
import type { Edit, EditSource } from '../protocol/edit.ts';
import { minimiseEdit } from './minimise-edit.ts';

/** Two hunks are read as one when only this stands between them: blanks on one line with at most one short word. */
const readableGap = /^[^\S\n]*(?:[\p{L}\d'’]{1,3}[^\S\n]+)?$/u;

/** Beyond this many changed words the texts have nothing in common that a person could review word by word. */
const maxEditLength = 4000;

function sameHunk(gap: string): boolean {
  return gap.length < 8 && readableGap.test(gap);
}

/**
 * Edits that turn `before` into `after`: `applyEdits(before, wordDiff(before, after, source)) === after` for any strings.
 * Whole words change; neighbouring changes become one edit so that a person can read and judge each. Offsets count in
 * `before`. Texts that differ in more than 4,000 words become one edit. Myers (1986), through the package `diff`.
 */
export function wordDiff(before: string, after: string, source: EditSource, ruleId?: string): Edit[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength });
  const ruled = ruleId === undefined ? {} : { ruleId };
  if (!changes) return [minimiseEdit({ start: 0, end: before.length, before, after, source, ...ruled })];

  const edits: Edit[] = [];
  let position = 0;
  let gap = '';
  for (const change of changes) {
    if (!change.added && !change.removed) {
      gap = change.value;
      position += change.value.length;
      continue;
    }
    const removed = change.removed ? change.value : '';
    const added = change.added ? change.value : '';
    const last = edits.at(-1);
    if (last && sameHunk(gap)) {
      last.before += gap + removed;
      last.after += gap + added;
      last.end = position + removed.length;
    } else {
      edits.push({
        start: position,
        end: position + removed.length,
        before: removed,
        after: added,
        source,
        ...ruled,
      });
    }
    position += removed.length;
    gap = '';
  }
  return edits;
}
