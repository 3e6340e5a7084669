import type { ApplyResult } from '../messages.ts';

/** The answer to edits of a field that the site took away meanwhile: nothing is applied, and each edit says why. */
export function fieldIsGone(edits: ApplyResult['applied']): ApplyResult {
  const why = 'The field is no longer in the page.';
  return {
    applied: [],
    notApplied: edits.map((edit) => ({ edit, why })),
    undoSteps: 0,
    copiedToClipboard: false,
  };
}
