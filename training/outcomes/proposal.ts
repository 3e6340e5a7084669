import { z } from 'zod';

/** Probabilities may miss 1 by rounding. */
const rounding = 1e-9;

/**
 * What was proposed for one posting, written when it was proposed and before anyone chose: every proposal that could have
 * been shown with its probability, and the one that was. Without a word of the posting.
 */
export const shownProposalSchema = z
  .object({
    /** Names the proposals, such as `curated` and `policy-1f0c`, with the probability of each of being shown, in (0, 1]. */
    propensities: z.record(z.string(), z.number().positive().max(1)),
    shown: z.string(),
  })
  .refine(({ propensities, shown }) => propensities[shown] !== undefined, {
    error: 'the proposal that was shown must have a propensity',
  })
  .refine(
    ({ propensities }) => Math.abs(Object.values(propensities).reduce((a, b) => a + b, -1)) < rounding,
    { error: 'the propensities must add up to 1' },
  );
export type ShownProposal = z.infer<typeof shownProposalSchema>;

/** A posting with what was proposed and what came of it: the unit that is learned from. */
export interface ObservedPosting extends ShownProposal {
  /** Postings of one cluster, such as an employer, count as one observation in every interval. */
  readonly cluster: string;
  /** Names of what was known before anything was proposed, such as the occupation. */
  readonly features: readonly string[];
  /** What is learned from, lower is better: see `applicantGap`. */
  readonly outcome: number;
}
