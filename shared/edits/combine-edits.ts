import type { Edit, RefusedEdit } from '../protocol/edit.ts';
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
    if (!chosen.some((other) => overlaps(edit, other))) chosen.push(edit);
  }
  return guardEdits(
    text,
    chosen.sort((a, b) => a.start - b.start),
    approved,
  );
}

/** Two inserts at one place would stand in an order that nobody chose. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}
