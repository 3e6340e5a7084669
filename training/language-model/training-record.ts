import { z } from 'zod';

/** One round of a run: rewards in [0, 1], divergence and entropy in nats a token. */
export const curvePointSchema = z.object({
  round: z.int(),
  phase: z.enum(['align', 'refine']),
  /** Mean reward of the answers learned from, and of the best to each task. */
  meanReward: z.number(),
  bestReward: z.number(),
  loss: z.number().optional(),
  divergence: z.number().optional(),
  entropy: z.number().optional(),
  gradientNorm: z.number().optional(),
  /** Mean reward on the select tasks after the round, of the served model. */
  select: z.number(),
});

/** A mean paired difference with its 95 % interval. */
const comparisonShape = {
  difference: z.number(),
  interval: z.object({ lower: z.number(), upper: z.number() }),
};

export const modelTrainingRecordSchema = z.object({
  seed: z.int(),
  tasks: z.object({ train: z.int(), select: z.int(), report: z.int() }),
  curve: z.array(curvePointSchema),
  /** 0 when no round was better than the base. */
  bestRound: z.int(),
  select: z.object({ base: z.number(), tuned: z.number() }),
  /** The result: paired over tasks that were neither learned from nor used to stop. */
  report: z.object({ base: z.number(), tuned: z.number(), ...comparisonShape }),
  /** Mean reward on the report tasks of the tuned model before it was quantised, served the same way. */
  float: z.number().optional(),
  /** The tuned model against the policy engine, which needs no language model, on the same tasks. */
  policy: z.object({ mean: z.number(), ...comparisonShape }),
});

export type CurvePoint = z.infer<typeof curvePointSchema>;
export type ModelTrainingRecord = z.infer<typeof modelTrainingRecordSchema>;
