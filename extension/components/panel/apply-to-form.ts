import type { Edit } from '../../../shared/protocol/edit.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import type { JoinedText } from '../joined-text.ts';
import { splitEdits } from '../joined-text.ts';
import type { ApplyOutcome } from '../rewrite/rewrite-state.ts';

/**
 * Applies edits of the joined text field by field, one after the other, so that each field's undo history stays in order.
 * A field that refuses does not stop the others; what it refused is reported with its reason.
 */
export async function applyToForm(
  joined: JoinedText,
  edits: readonly Edit[],
  tabId: number,
  send: SendRequest,
  signal?: AbortSignal,
): Promise<ApplyOutcome> {
  const { fields, unplaced } = splitEdits(joined, edits);
  let outcome: ApplyOutcome = {
    applied: [],
    notApplied: unplaced.map((edit) => ({ edit, why: texts.rewrite.unplaced })),
    undoSteps: 0,
    copiedToClipboard: false,
  };
  for (const field of fields) {
    const result = await send({ type: 'page/apply', tabId, ...field.place, edits: [...field.edits] }, signal);
    outcome = {
      applied: [...outcome.applied, ...result.applied],
      notApplied: [...outcome.notApplied, ...result.notApplied],
      undoSteps: outcome.undoSteps + result.undoSteps,
      copiedToClipboard: outcome.copiedToClipboard || result.copiedToClipboard,
    };
  }
  return outcome;
}
