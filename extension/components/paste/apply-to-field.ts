import type { Edit } from '../../../shared/protocol/edit.ts';
import type { FieldEditor } from '../../editors/contract.ts';
import { texts } from '../../texts.ts';
import type { ApplyOutcome } from '../rewrite/rewrite-state.ts';

/** Applies edits from the last to the first, so that the offsets of those still to come stay true. */
export async function applyToField(
  field: Pick<FieldEditor, 'replace' | 'undoSteps'>,
  edits: readonly Edit[],
): Promise<ApplyOutcome> {
  const applied: Edit[] = [];
  const notApplied: { edit: Edit; why: string }[] = [];
  let copiedToClipboard = false;
  for (const edit of edits.toSorted((a, b) => b.start - a.start)) {
    const { ok, how, why } = await field.replace(edit, edit.after);
    if (ok) applied.push(edit);
    else notApplied.push({ edit, why: why ?? texts.common.unknownError });
    copiedToClipboard ||= how === 'clipboard';
  }
  return { applied, notApplied, undoSteps: field.undoSteps(applied.length), copiedToClipboard };
}
