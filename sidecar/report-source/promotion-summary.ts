import { runRecordSchema } from '../../training/evaluation/record.ts';
import type { PromotionSummary } from '../reports/report-source.ts';
import type { Promotion } from '../storage/policies.ts';

/**
 * What the report says of a promotion: the figures of the attribute whose excess gap fell most, from the record the
 * promotion rests on. A record of an unknown shape gives the promotion without figures.
 */
export function summarisePromotion(promotion: Promotion): PromotionSummary {
  const { policyId, promotedAt, withdrawnAt } = promotion;
  const dates = {
    policyId,
    on: promotedAt.slice(0, 10),
    ...(withdrawnAt === undefined ? {} : { withdrawnOn: withdrawnAt.slice(0, 10) }),
  };
  const record = runRecordSchema.safeParse(promotion.record).data;
  if (record === undefined) return { ...dates, synthetic: false };
  const { evaluation, promotion: decision } = record;
  const [best] = evaluation.methods
    .filter(({ method }) => method === decision.method)
    .toSorted((a, b) => a.excessGap.change.value - b.excessGap.change.value);
  if (best === undefined) return { ...dates, synthetic: evaluation.synthetic };
  return {
    ...dates,
    excessGap: { before: best.excessGap.before, after: best.excessGap.after },
    relevance: { before: best.relevance.before, after: best.relevance.after },
    p: best.pHolm,
    synthetic: evaluation.synthetic,
  };
}
