import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Decision } from '../../../shared/protocol/sidecar.ts';
import type { RewriteOffer } from './rewrite-offer.ts';
import { reasonFor } from './rewrite-offer.ts';

/** What the user decided on each offered edit, without any text of the posting. Edits without a rule are not counted. */
export function decisionsOf(
  { rewrite, findings }: RewriteOffer,
  accepted: readonly Edit[],
): Omit<Decision, 'postingId'>[] {
  return rewrite.edits.flatMap((edit) => {
    const finding = reasonFor(edit, findings);
    const ruleId = edit.ruleId ?? finding?.ruleId;
    if (!ruleId) return [];
    const decision = accepted.includes(edit) ? ('accepted' as const) : ('rejected' as const);
    return [{ ruleId, category: finding?.category ?? 'other', source: edit.source, decision }];
  });
}
