import { inTextOrder } from '../../shared/edits/apply-edits.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { FieldEditor } from '../editors/contract.ts';
import { carryOver } from '../marks/span-mapping.ts';
import type { ApplyResult } from '../messages.ts';

/** What a field must offer to have edits applied. */
export type EditTarget = Pick<FieldEditor, 'read' | 'replace' | 'replaceTogether' | 'undoSteps'>;

/**
 * Applies edits that were made against `then`, the text of a moment ago, to what the field says now. As one change that one
 * undo takes back where the editor allows; else from the last to the first, so that the places of the others stay good; stops when the editor does something else than asked.
 */
export async function applyEdits(
  editor: EditTarget,
  edits: readonly Edit[],
  then: string,
): Promise<ApplyResult> {
  const now = editor.read().text;
  const applied: Edit[] = [];
  const notApplied: { edit: Edit; why: string }[] = [];
  const standing: Edit[] = [];
  for (const edit of edits) {
    const [moved] = carryOver([edit], then, now);
    if (moved && now.slice(moved.start, moved.end) === edit.before) standing.push(moved);
    else notApplied.push({ edit, why: 'The text has changed there since.' });
  }

  const ordered = inTextOrder(standing);
  const whole = ordered.length > 1 ? await editor.replaceTogether?.(ordered) : undefined;
  if (whole?.ok) {
    const undoSteps = editor.undoSteps(whole.changes ?? 1);
    return { applied: ordered, notApplied, undoSteps, copiedToClipboard: false };
  }
  if (whole) {
    const why = whole.why ?? 'The editor did not take the change.';
    const all = [...notApplied, ...ordered.map((edit) => ({ edit, why }))];
    return { applied, notApplied: all, undoSteps: 0, copiedToClipboard: whole.how === 'clipboard' };
  }

  let copiedToClipboard = false;
  let changes = 0;
  let stopped = false;
  for (const edit of ordered.toReversed()) {
    if (stopped) {
      notApplied.push({ edit, why: 'Not tried: another change did not go in as it should.' });
      continue;
    }
    const result = await editor.replace(edit, edit.after);
    if (result.ok) changes += result.changes ?? 1;
    if (result.ok) applied.unshift(edit);
    else {
      notApplied.push({ edit, why: result.why ?? 'The editor did not take the change.' });
      copiedToClipboard = result.how === 'clipboard';
      stopped = true;
    }
  }
  return { applied, notApplied, undoSteps: editor.undoSteps(changes), copiedToClipboard };
}
