import { z } from 'zod';
import { categorySchema, findingSchema, labelCategorySchema } from './finding.ts';

/** One reason the score is below 100. The losses add up: `100 - sum(points) === score`, floored at zero. */
export const scoreLossSchema = z.object({
  points: z.number().nonnegative(),
  category: categorySchema,
  reason: z.string(),
  ruleIds: z.array(z.string()),
});

export const scoreSchema = z.object({
  /** 0 (worst) to 100 (nothing found). Not diluted by length, not changed by the order of sentences. */
  value: z.number().min(0).max(100),
  losses: z.array(scoreLossSchema),
});

/** What the detector says of one text. `labels` is the document-level verdict over all polarities. */
export const checkSchema = z.object({
  labels: z.array(labelCategorySchema),
  score: scoreSchema,
  findings: z.array(findingSchema),
});

export const checkLineSchema = checkSchema.extend({ id: z.string() }).loose();

export type ScoreLoss = z.infer<typeof scoreLossSchema>;
export type Score = z.infer<typeof scoreSchema>;
export type Check = z.infer<typeof checkSchema>;
