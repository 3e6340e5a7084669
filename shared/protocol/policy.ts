import { z } from 'zod';
import { promotionDecisionSchema } from './training-run.ts';

/** What the policy would rather do with one wording of the lexicon, derived from its own weights. */
export const preferenceSchema = z.object({
  ruleId: z.string(),
  wording: z.string(),
  choice: z.enum(['keep', 'replace', 'delete']),
  /** What it would write instead; absent for `keep` and `delete`. */
  preferred: z.string().optional(),
  /** Probability in [0, 1] that it gives this choice where nothing else of a posting is known. */
  probability: z.number().min(0).max(1),
  /** Such as `prefers “lead” over “dominate”`. */
  sentence: z.string(),
});

export const policySchema = z.object({
  id: z.string(),
  trainedAt: z.iso.datetime(),
  inForce: z.boolean(),
  /** Times it was promoted, oldest first, with the day it was withdrawn again. */
  promotions: z.array(z.object({ promotedAt: z.string(), withdrawnAt: z.string().optional() })),
  /** The decision its training run ended with; absent for an imported policy. */
  decision: promotionDecisionSchema.optional(),
  /** Whether it passed every check and may be promoted by hand. */
  promotable: z.boolean(),
  /** Strongest first; empty when nothing was learned about any wording. */
  preferences: z.array(preferenceSchema),
});
export const policiesSchema = z.object({
  /** Newest first. */
  policies: z.array(policySchema),
});

export type PolicyPreference = z.infer<typeof preferenceSchema>;
export type Policy = z.infer<typeof policySchema>;
