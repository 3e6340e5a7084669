import { z } from 'zod';
import { epochReportSchema } from '../span-policy/policy-gradient.ts';

const intervalSchema = z.object({ lower: z.number(), upper: z.number(), level: z.number() });

/** One method on one attribute: report candidates x unseen postings. Shares and gaps are in [0, 1]. */
export const methodRowSchema = z.object({
  method: z.string(),
  attribute: z.string(),
  /** Postings measured in this row. */
  postings: z.int(),
  /** Mean total variation; `nullMean` is its floor, from permuted labels. */
  gap: z.object({ before: z.number(), after: z.number(), nullMean: z.number() }),
  excessGap: z.object({
    before: z.number(),
    after: z.number(),
    /** `after / before - 1`; null when there was no excess gap. */
    relativeChange: z.number().nullable(),
    /** Of the relative change, two-way bootstrap. */
    interval: intervalSchema.nullable(),
    /** `after - before` with its two-way bootstrap interval. */
    change: z.object({ value: z.number(), interval: intervalSchema.nullable() }),
  }),
  /** Mean signed gap of each group, and `1/2 sum |mean|` of all. */
  signedGap: z.object({
    before: z.number(),
    after: z.number(),
    p: z.number(),
    groups: z.array(z.object({ group: z.string(), before: z.number(), after: z.number() })),
  }),
  diversityMatchRate: z.object({
    before: z.number(),
    after: z.number(),
    m0: z.number(),
    reachableShareClosed: z.number().nullable(),
  }),
  relevance: z.object({
    before: z.number(),
    after: z.number(),
    /** Of `after / before - 1`, two-way bootstrap. */
    interval: intervalSchema.nullable(),
  }),
  /** Edits a posting, mean. */
  edits: z.number(),
  /** Most approved statements inserted into one posting. */
  mostInserts: z.int(),
  editsByKind: z.record(z.string(), z.int()),
  /** Edits, over all postings, that changed a fact: always 0, counted to prove it. */
  factsBroken: z.int(),
  /** Variants scored a posting while choosing, mean. */
  evaluations: z.number(),
  /** Two-sided label permutation test of the change of the squared excess gap. */
  p: z.number(),
  /** One-sided, for promotion. */
  fallP: z.number(),
  /** `p` corrected over the attributes of this method. */
  pHolm: z.number(),
});

export const powerSchema = z.object({
  attribute: z.string(),
  /** Relative fall of the excess gap looked for. */
  fall: z.number(),
  power: z.number(),
  /** False reads "not enough data". */
  enough: z.boolean(),
});

/** A cell of the design's table other than the result; never quoted as one. */
export const diagnosticSchema = z.object({
  method: z.string(),
  attribute: z.string(),
  candidates: z.enum(['optimise', 'select', 'report']),
  postings: z.enum(['training', 'unseen']),
  excessGap: z.object({ before: z.number(), after: z.number() }),
});

/** What the same edits do to the list of another recommender, report candidates x unseen postings. */
export const agreementSchema = z.object({
  method: z.string(),
  attribute: z.string(),
  recommender: z.string(),
  excessGap: z.object({ before: z.number(), after: z.number() }),
});

export const evaluationSchema = z.object({
  postings: z.int(),
  candidates: z.int(),
  recommender: z.string(),
  /** Whether candidates or attributes are synthetic; a simulated gain is called one. */
  synthetic: z.boolean(),
  folds: z.object({
    salt: z.string(),
    candidates: z.object({ optimise: z.int(), select: z.int(), report: z.int() }),
    postings: z.object({ training: z.int(), unseen: z.int() }),
    /** What recommender statistics were fitted on. */
    statistics: z.string(),
  }),
  seed: z.int(),
  methods: z.array(methodRowSchema),
  power: z.array(powerSchema),
  /** Empty when no second recommender was measured. */
  agreement: z.array(agreementSchema),
  /** Postings that could not be measured, counted by reason. */
  notMeasured: z.array(z.object({ attribute: z.string(), reason: z.string(), postings: z.int() })),
  diagnostics: z.array(diagnosticSchema),
});

/** A decision on promotion with every check it rests on. */
export const promotionSchema = z.object({
  method: z.string(),
  /** Number of this look at the report part since the last salt. */
  look: z.int(),
  level: z.number(),
  promoted: z.boolean(),
  checks: z.array(z.object({ check: z.string(), passed: z.boolean(), found: z.string() })),
});

/** What a training run leaves behind. */
export const runRecordSchema = z.object({
  kind: z.literal('policy'),
  /** Hashes of the files or tables the run read, by name. */
  data: z.record(z.string(), z.string()),
  config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  evaluations: z.int(),
  /** Reward on the optimise part and score on the select part, by epoch. */
  training: z.array(epochReportSchema),
  evaluation: evaluationSchema,
  promotion: promotionSchema,
});

export type Agreement = z.infer<typeof agreementSchema>;
export type Promotion = z.infer<typeof promotionSchema>;
export type RunRecord = z.infer<typeof runRecordSchema>;
export type MethodRow = z.infer<typeof methodRowSchema>;
export type Power = z.infer<typeof powerSchema>;
export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
