import type { Edit, RefusedEdit } from '../protocol/edit.ts';
import type { Finding } from '../protocol/finding.ts';
import { applyEdits } from './apply-edits.ts';
import { judgedOptions } from './edit-options.ts';
import { guardEdits } from './fact-guard.ts';

/** A rewrite without any recommender: the first legal suggestion of every marked span. */
export function curatedRewrite(
  text: string,
  findings: readonly Finding[],
): { edits: Edit[]; refused: RefusedEdit[]; text: string } {
  const judged = judgedOptions(text, findings);
  const first = judged.flatMap(({ options }) => options.slice(0, 1));
  const { accepted, refused } = guardEdits(text, first);
  return {
    edits: accepted,
    refused: [...judged.flatMap((option) => option.refused), ...refused],
    text: applyEdits(text, accepted),
  };
}
