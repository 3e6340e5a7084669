import { hashText } from '../../../shared/hash.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Decision } from '../../../shared/protocol/sidecar.ts';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import type { RewriteOffer } from './rewrite-offer.ts';
import { reasonFor } from './rewrite-offer.ts';

/** What the user decided on each offered edit, without any text of the posting. Edits without a rule are not counted. */
function decisionsOf(
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

/**
 * Tells the sidecar what was decided, where it is paired. Counting serves the report, so a failure to count is not shown:
 * it must not look like a failure to apply.
 */
export function reportDecisions(
  offer: RewriteOffer,
  accepted: readonly Edit[],
  sidecar: SidecarState,
  send: SendRequest,
): void {
  const decisions = decisionsOf(offer, accepted);
  if (sidecar.state !== 'paired' || decisions.length === 0) return;
  send({ type: 'page/decisions', postingId: hashText(offer.original), decisions }).catch(() => undefined);
}
