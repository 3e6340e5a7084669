import type { ChangesSection } from '../../shared/protocol/report.ts';
import type { DecisionCount, PromotionSummary, ReportSource } from './report-source.ts';

type Edits = ChangesSection['edits'][number];

/** What was changed: edits by kind and what people did with them, refusals, policies in order of promotion. */
export function collectChanges(
  decisions: readonly DecisionCount[],
  rewrites: ReturnType<ReportSource['rewrites']>,
  promotions: readonly PromotionSummary[],
): ChangesSection {
  const kinds = new Map<string, Edits>();
  for (const { category, source, decision, count } of decisions) {
    const key = `${category} ${source}`;
    const edits = kinds.get(key) ?? { category, source, accepted: 0, rejected: 0, ignored: 0, wrong: 0 };
    kinds.set(key, { ...edits, [decision]: edits[decision] + count });
  }
  return {
    rewrittenPostings: rewrites.postings,
    edits: [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edits]) => edits),
    refused: rewrites.refused.map((one) => ({ ...one })),
    policies: promotions
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map((one) => ({
        policyId: one.policyId,
        on: one.on,
        withdrawnOn: one.withdrawnOn ?? null,
        excessGap: one.excessGap === undefined ? null : { ...one.excessGap },
        relevance: one.relevance === undefined ? null : { ...one.relevance },
        p: one.p ?? null,
        synthetic: one.synthetic,
      })),
  };
}
