import type { Edit } from '../protocol/edit.ts';

/** An edit that does not fit its text, or two edits that claim the same characters. Nothing was applied. */
export class EditError extends Error {
  override readonly name = 'EditError';
  readonly edit: Edit;
  constructor(message: string, edit: Edit) {
    super(message);
    this.edit = edit;
  }
}

function assertFits(text: string, edit: Edit): void {
  if (edit.start > edit.end || edit.end > text.length) {
    throw new EditError(
      `The edit covers ${edit.start} to ${edit.end}, but the text has ${text.length} characters; offsets count in the original text.`,
      edit,
    );
  }
  const found = text.slice(edit.start, edit.end);
  if (found !== edit.before) {
    throw new EditError(
      `The edit expects ${JSON.stringify(edit.before)} at ${edit.start}, but the text has ${JSON.stringify(found)}; check the text again before applying.`,
      edit,
    );
  }
}

/** Text order. Inserts stand before a replacement that starts at the same place; equal places keep the given order. */
export function inTextOrder(edits: readonly Edit[]): Edit[] {
  return edits.slice().sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether two edits claim a common character, or one inserts inside what the other replaces. Touching is allowed. */
export function overlap(a: Pick<Edit, 'start' | 'end'>, b: Pick<Edit, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Applies edits, given in any order, to the original text. All offsets count in UTF-16 code units of that original.
 * @throws {EditError} when `before` is not what stands there, or when two edits overlap; then nothing is applied.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const edit of inTextOrder(edits)) {
    assertFits(text, edit);
    if (edit.start < position) {
      throw new EditError(
        `The edit at ${edit.start} overlaps another that ends at ${position}; leave one of them out.`,
        edit,
      );
    }
    parts.push(text.slice(position, edit.start), edit.after);
    position = edit.end;
  }
  return parts.join('') + text.slice(position);
}
