import type { Edit, RefusedEdit } from '../protocol/edit.ts';
import { overlap } from './apply-edits.ts';
import { guardEdits } from './fact-guard.ts';

/**
 * Edits of several engines as one rewrite of the same text, in text order: the first list's edits go first, a later list
 * fills in where none of them touches. The fact guard sees the sum, and lets the company's `approved` statements in.
 * @throws {EditError} when an edit does not fit the text.
 */
export function combineEdits(
  text: string,
  lists: readonly (readonly Edit[])[],
  approved: readonly string[] = [],
): { accepted: Edit[]; refused: RefusedEdit[] } {
  const chosen: Edit[] = [];
  for (const list of lists) {
    const earlier = [...chosen];
    for (const edit of list) {
      const taken = chosen.some((other) => overlap(edit, other));
      if (!taken && !earlier.some((other) => insertTogether(edit, other))) chosen.push(edit);
    }
  }
  return guardEdits(text, chosen, approved);
}

/** Both are inserts at one place: within a list they stand in its order, beside another's in one that nobody chose. */
function insertTogether(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === a.start && b.end === b.start;
}
