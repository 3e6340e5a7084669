import { z } from 'zod';
import {
  changeSchema,
  intervalSchema,
  resultRowSchema,
  shownEvaluationSchema,
  trainingRecordSchema,
} from '../../shared/protocol/training-run.ts';
import { epochReportSchema } from '../span-policy/policy-gradient.ts';

const shownRow = resultRowSchema.shape;

/** The row that is shown, with what a decision and a table need beside it. */
export const methodRowSchema = resultRowSchema.extend({
  excessGap: shownRow.excessGap.extend({
    /** `after - before` with its two-way bootstrap interval. */
    change: z.object({ value: z.number(), interval: intervalSchema.nullable() }),
  }),
  /** Mean signed gap of each group beside the one figure of all. */
  signedGap: shownRow.signedGap.extend({
    p: z.number(),
    groups: z.array(changeSchema.extend({ group: z.string() })),
  }),
  relevance: shownRow.relevance.extend({
    /** Of `after / before - 1`, two-way bootstrap. */
    interval: intervalSchema.nullable(),
  }),
  /** Most approved statements inserted into one posting. */
  mostInserts: z.int(),
  editsByKind: z.record(z.string(), z.int()),
  /** Edits, over all postings, that changed a fact: always 0, counted to prove it. */
  factsBroken: z.int(),
  /** Variants scored a posting while choosing, mean. */
  evaluations: z.number(),
  /** One-sided, for promotion. */
  fallP: z.number(),
});

/** A cell of the design's table other than the result; never quoted as one. */
export const diagnosticSchema = z.object({
  method: z.string(),
  attribute: z.string(),
  candidates: z.enum(['optimise', 'select', 'report']),
  postings: z.enum(['training', 'unseen']),
  excessGap: changeSchema,
});

/** What the same edits do to the list of another recommender, report candidates x unseen postings. */
export const agreementSchema = z.object({
  method: z.string(),
  attribute: z.string(),
  recommender: z.string(),
  excessGap: changeSchema,
});

export const evaluationSchema = shownEvaluationSchema.extend({
  folds: shownEvaluationSchema.shape.folds.extend({
    salt: z.string(),
    /** What recommender statistics were fitted on. */
    statistics: z.string(),
  }),
  seed: z.int(),
  methods: z.array(methodRowSchema),
  /** Empty when no second recommender was measured. */
  agreement: z.array(agreementSchema),
  diagnostics: z.array(diagnosticSchema),
});

/** What a training run leaves behind. */
export const runRecordSchema = trainingRecordSchema.extend({
  kind: z.literal('policy'),
  /** Reward on the optimise part and score on the select part, by epoch. */
  training: z.array(epochReportSchema),
  evaluation: evaluationSchema,
});

export type Agreement = z.infer<typeof agreementSchema>;
export type RunRecord = z.infer<typeof runRecordSchema>;
export type MethodRow = z.infer<typeof methodRowSchema>;
export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
