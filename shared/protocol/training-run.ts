import { z } from 'zod';

/** What a run is asked to do. The same options, seed and data give the same policy, bit for bit. */
export const policyTrainingSchema = z.object({
  kind: z.literal('policy'),
  refinement: z.enum(['rloo', 'grpo']).default('rloo'),
  /** Most epochs of refinement; training stops earlier when the select part gets no better. */
  epochs: z.int().min(1).max(1000).default(40),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
});

/** Fine-tunes an installed local model; needs Ollama. */
export const modelTrainingSchema = z.object({
  kind: z.literal('model'),
  /** Name of the installed model to start from. */
  base: z.string().min(1).max(200),
  /** Most rounds of refinement. */
  rounds: z.int().min(1).max(1000).default(20),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
});
export const trainingOptionsSchema = z.discriminatedUnion('kind', [
  policyTrainingSchema,
  modelTrainingSchema,
]);

/** `stopped` can be resumed from its last checkpoint, `failed` too once its cause is mended. */
export const trainingStates = ['queued', 'running', 'stopped', 'failed', 'done'] as const;

/** One epoch of a policy, or one round of a model: a point of the live curves. `null` = not measured in this kind of run. */
export const curvePointSchema = z.object({
  epoch: z.int(),
  /** Mean reward of the drawn rewrites on the optimise part; higher is better. */
  reward: z.number(),
  /**
   * Excess gap of the worst attribute, lower is better: of the drawn rewrites on the optimise part, of the policy's own choices
   * on the select part.
   */
  excessGap: z.object({ optimise: z.number().nullable(), select: z.number().nullable() }),
  /** Score on the select part, by which training stops early; higher is better. */
  selectScore: z.number(),
  /** Mean entropy of a decision, in nats: how undecided the policy still is. */
  entropy: z.number().nullable(),
  /** Mean divergence of a decision from the aligned policy, in nats. */
  divergence: z.number().nullable(),
  /** Rewrites scored since the run began, and in a second of this epoch. */
  evaluations: z.int().nullable(),
  evaluationsPerSecond: z.number().nullable(),
});

export const intervalSchema = z.object({ lower: z.number(), upper: z.number(), level: z.number() });

/** A figure before and after rewriting. */
export const changeSchema = z.object({ before: z.number(), after: z.number() });

/** One method on one attribute, report candidates x unseen postings. Gaps and shares are in [0, 1]. */
export const resultRowSchema = z.object({
  method: z.string(),
  attribute: z.string(),
  /** Postings measured in this row. */
  postings: z.int(),
  /** Mean total variation; `nullMean` is its floor, from permuted labels. */
  gap: changeSchema.extend({ nullMean: z.number() }),
  excessGap: changeSchema.extend({
    /** `after / before - 1`; null when there was no excess gap. */
    relativeChange: z.number().nullable(),
    /** Of the relative change, two-way bootstrap. */
    interval: intervalSchema.nullable(),
  }),
  /** `1/2 sum_g |mean signed gap of g|`. */
  signedGap: changeSchema,
  diversityMatchRate: changeSchema.extend({
    m0: z.number(),
    reachableShareClosed: z.number().nullable(),
  }),
  relevance: changeSchema,
  /** Edits a posting, mean. */
  edits: z.number(),
  /** Two-sided label permutation test of the change of the squared excess gap. */
  p: z.number(),
  /** `p` corrected over the attributes of this method. */
  pHolm: z.number(),
});

/** A decision on promotion: every check, whether it passed, and what was found. */
export const promotionDecisionSchema = z.object({
  method: z.string(),
  /** Number of this look at the report part since the last salt, and the level it was tested at. */
  look: z.int(),
  level: z.number(),
  promoted: z.boolean(),
  checks: z.array(z.object({ check: z.string(), passed: z.boolean(), found: z.string() })),
});

const powerSchema = z.object({
  attribute: z.string(),
  /** Relative fall of the excess gap looked for. */
  fall: z.number(),
  power: z.number(),
  /** False reads "not enough data". */
  enough: z.boolean(),
});

/** The table of a run, as far as it is shown. */
export const shownEvaluationSchema = z.object({
  postings: z.int(),
  candidates: z.int(),
  recommender: z.string(),
  /** Whether candidates or attributes are synthetic; a simulated gain is called one. */
  synthetic: z.boolean(),
  folds: z.object({
    candidates: z.object({ optimise: z.int(), select: z.int(), report: z.int() }),
    postings: z.object({ training: z.int(), unseen: z.int() }),
  }),
  methods: z.array(resultRowSchema),
  power: z.array(powerSchema),
  /** Postings that could not be measured, counted by reason. */
  notMeasured: z.array(z.object({ attribute: z.string(), reason: z.string(), postings: z.int() })),
});

/** What a finished run leaves behind, as far as it is shown. */
export const trainingRecordSchema = z.object({
  /** Hashes of the files or tables the run read, by name. */
  data: z.record(z.string(), z.string()),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  evaluations: z.int(),
  evaluation: shownEvaluationSchema,
  promotion: promotionDecisionSchema,
});

/** What a finished run of a language model leaves behind: mean rewards in [0, 1], paired over unseen sentences. */
export const modelRecordSchema = z.object({
  verdict: z.string(),
  /** Name of the deployed model; absent when the base is as good and stays in use. */
  deployed: z.string().optional(),
  report: z.object({
    base: z.number(),
    tuned: z.number(),
    difference: z.number(),
    interval: z.object({ lower: z.number(), upper: z.number() }),
  }),
});

export const trainingRunSchema = z.object({
  id: z.string(),
  options: trainingOptionsSchema,
  state: z.enum(trainingStates),
  /** Client name of the token that started it, or `nightly`. */
  startedBy: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** Epochs done so far. */
  epochs: z.int(),
  /** What it does now, or why it failed, in a plain sentence. */
  message: z.string(),
  /** The policy it left, once done. */
  policyId: z.string().optional(),
});

export const trainingRunDetailSchema = trainingRunSchema.extend({
  curve: z.array(curvePointSchema),
  record: trainingRecordSchema.optional(),
  modelRecord: modelRecordSchema.optional(),
});

/**
 * Events of a run. A stream begins with `run`, repeats the curve so far, and ends after the `run` event whose state is
 * neither queued nor running. The name of the server-sent event is its `type`.
 */
export const trainingEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), run: trainingRunSchema }),
  z.object({ type: z.literal('epoch'), point: curvePointSchema }),
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number(), message: z.string() }),
]);

export type TrainingOptions = z.infer<typeof trainingOptionsSchema>;
export type PolicyTraining = z.infer<typeof policyTrainingSchema>;
export type ModelTraining = z.infer<typeof modelTrainingSchema>;
export type TrainingState = (typeof trainingStates)[number];
export type CurvePoint = z.infer<typeof curvePointSchema>;
export type ResultRow = z.infer<typeof resultRowSchema>;
export type Power = z.infer<typeof powerSchema>;
export type PromotionDecision = z.infer<typeof promotionDecisionSchema>;
export type TrainingRecord = z.infer<typeof trainingRecordSchema>;
export type ModelRecord = z.infer<typeof modelRecordSchema>;
export type TrainingRun = z.infer<typeof trainingRunSchema>;
export type TrainingRunDetail = z.infer<typeof trainingRunDetailSchema>;
export type TrainingEvent = z.infer<typeof trainingEventSchema>;
