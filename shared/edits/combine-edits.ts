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
  for (const edit of lists.flat()) {
    if (!chosen.some((other) => clash(edit, other))) chosen.push(edit);
  }
  return guardEdits(text, chosen, approved);
}

/** They overlap, or both are inserts at one place, which would stand in an order that nobody chose. */
function clash(a: Edit, b: Edit): boolean {
  return overlap(a, b) || (a.start === b.start && a.end === a.start && b.end === b.start);
}
