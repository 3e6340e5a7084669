import { z } from 'zod';
import { maxPostingBytes } from '../../shared/protocol/posting.ts';

/** Most rewrites in one request; a trainer sends more requests, which the queue bounds. */
export const mostItems = 512;

/** Parts that may be searched. The report part is for tables alone, so no trainer may ask for it. */
export const foldSchema = z.enum(['optimise', 'select']);
const text = z.string().min(1).max(maxPostingBytes);

export const scoreRequestSchema = z.object({
  /** Original posting and one rewrite of it. The original is sent each time: nothing is kept between requests. */
  items: z
    .array(z.object({ posting: text, rewrite: z.string().max(maxPostingBytes) }))
    .min(1)
    .max(mostItems),
  fold: foldSchema.default('optimise'),
  seed: z.int().min(0).default(1),
  /** Seconds the work may take, waiting included; the server's own limit when longer. */
  timeout: z.number().positive().optional(),
});

/**
 * What a rewrite earns. Gaps come combined and beyond chance only: no group's share ever leaves the service.
 * - `scored`: `reward` is `-gap - .5 relevance loss - .003 edits`, at most 0;
 * - `refused`: a fact was changed or a protected group named; `reward` is below every scored one;
 * - `not-enough-data`: this posting cannot be measured; `reward` is null.
 */
export const scoredRewriteSchema = z.object({
  status: z.enum(['scored', 'refused', 'not-enough-data']),
  reward: z.number().nullable(),
  /** Reward of the original itself: what a rewrite must beat. */
  originalReward: z.number().nullable(),
  parts: z
    .object({
      /** Combined gap beyond chance, of the worst attribute. */
      gap: z.number(),
      relevance: z.number(),
      relevanceLoss: z.number(),
      edits: z.int(),
    })
    .nullable(),
  /** Why it was refused or could not be measured. */
  reason: z.string().optional(),
});

export const scoreResponseSchema = z.object({
  results: z.array(scoredRewriteSchema),
  recommender: z.string(),
  synthetic: z.boolean(),
  fold: foldSchema,
});

/** OpenRLHF sends one row at a time: `query` is prompt and answer together, `labels` the column named by `--data.label_key`. */
export const remoteRewardRequestSchema = z.object({
  query: z.array(z.string()).min(1).max(mostItems),
  prompts: z.array(z.string()).default([]),
  labels: z.array(z.string()),
});

export const remoteRewardResponseSchema = z.object({
  rewards: z.array(z.number()),
  /** In [0, 1], for filtering: `1 + reward`, cut off at 0. */
  scores: z.array(z.number()),
  extra_logs: z.record(z.string(), z.array(z.number())),
});

/** OpenEnv: what an episode begins with. */
export const resetRequestSchema = z.looseObject({
  seed: z.int().min(0).nullish(),
  episode_id: z.string().max(255).nullish(),
});

export const actionSchema = z.object({
  /** Rewritten posting, whole. */
  rewrite: z.string().max(maxPostingBytes),
  posting: text.describe('Original posting, as reset gave it. Needed over HTTP, where no episode is kept.'),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

export const observationSchema = z.object({
  posting: z.string(),
  /** Wording that may narrow who is matched, as found in the posting. */
  findings: z.array(z.string()),
  result: scoredRewriteSchema.nullable(),
});

export const stateSchema = z.object({ episode_id: z.string().nullable(), step_count: z.int() });

export const stepRequestSchema = z.looseObject({
  action: actionSchema,
  timeout_s: z.number().positive().nullish(),
  request_id: z.string().max(255).nullish(),
});

export const openEnvironmentResponseSchema = z.object({
  observation: observationSchema,
  reward: z.number().nullable(),
  done: z.boolean(),
});

export const openEnvironmentSchemasSchema = z.object({
  action: z.record(z.string(), z.unknown()),
  observation: z.record(z.string(), z.unknown()),
  state: z.record(z.string(), z.unknown()),
});

export type Fold = z.infer<typeof foldSchema>;
export type ScoredRewrite = z.infer<typeof scoredRewriteSchema>;
