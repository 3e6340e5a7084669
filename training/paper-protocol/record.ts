import { z } from 'zod';
import { methodRowSchema } from '../evaluation/record.ts';

const changeSchema = z.object({
  mean: z.number(),
  /** 95 % over postings; the candidates are held fixed. */
  interval: z.object({ lower: z.number(), upper: z.number() }).nullable(),
});

const qSchema = z.object({
  mean: z.number(),
  sd: z.number(),
  /** Paired with the originals; null in their own row. */
  change: changeSchema.nullable(),
});

const impactRatioSchema = z.object({
  attribute: z.string(),
  groups: z.array(
    z.object({
      group: z.string(),
      /** Postings on whose list the group stands at all. */
      postings: z.int(),
      /** Null when there are none. */
      mean: z.number().nullable(),
      sd: z.number().nullable(),
      /** The same lists in random order: mean ratio, and the standard deviation of one posting's. */
      null: z.object({ mean: z.number(), sd: z.number() }).nullable(),
    }),
  ),
  /** Share of postings whose lowest ratio is under four fifths, and what random order gives. */
  belowFourFifths: z.object({ observed: z.number(), null: z.number() }),
});

/** One method, read by one encoder: unseen postings on report candidates. */
export const paperRowSchema = z.object({
  method: z.string(),
  encoder: z.string(),
  publishedQ: qSchema,
  correctedQ: qSchema,
  impactRatios: z.array(impactRatioSchema),
});

export const changeAuditSchema = z.object({
  method: z.string(),
  postings: z.int(),
  edits: z.int(),
  /** Edits that the fact guard would have refused. */
  factsBroken: z.int(),
  /** Web and mail addresses that one text has and the other lacks. */
  addressesChanged: z.int(),
  /** Errors that were added; null when no grammar checker was there. */
  grammarErrors: z.int().nullable(),
  /** Findings that shut people out and that were added. */
  newFindings: z.int(),
  /** Mean of the relative change of length in characters. */
  lengthChange: z.number(),
  /** Mean share of the original's words that are still there, in order. 1 is a copy. */
  copyRate: z.number(),
});

export const paperEvaluationSchema = z.object({
  protocol: z.literal('paper'),
  /** Length of the list and the places that count as selected. */
  k: z.int(),
  selected: z.int(),
  postings: z.object({ given: z.int(), distinct: z.int(), training: z.int(), unseen: z.int() }),
  candidates: z.object({ all: z.int(), report: z.int() }),
  synthetic: z.boolean(),
  seed: z.int(),
  salt: z.string(),
  encoders: z.array(z.object({ name: z.string(), searched: z.boolean() })),
  targets: z.array(
    z.object({
      attribute: z.string(),
      ordered: z.boolean(),
      from: z.enum(['equal shares', 'share among the candidates']),
      groups: z.array(z.object({ group: z.string(), share: z.number() })),
    }),
  ),
  rows: z.array(paperRowSchema),
  /** The measures of the design on the same rewrites, with the encoder that was searched. */
  corrected: z.array(methodRowSchema),
  audits: z.array(changeAuditSchema),
  /** Methods of the paper's table that were not run, and why. */
  absent: z.array(z.object({ method: z.string(), why: z.string() })),
});

export type PaperRow = z.infer<typeof paperRowSchema>;
export type ChangeAudit = z.infer<typeof changeAuditSchema>;
export type PaperEvaluation = z.infer<typeof paperEvaluationSchema>;
