import { z } from 'zod';

const rangeSchema = z.object({ lower: z.number(), upper: z.number().nullable() }).nullable();
const shareSchema = z.number().min(0).max(1);
/** A count, or `null` when it is not shown because it, or one it would reveal, is under 5. */
const shownCountSchema = z.int().nonnegative().nullable();

export const verdictWords = [
  'evidence of a difference',
  'no evidence of a difference',
  'not enough data',
  'reference',
  'not shown',
] as const;

export const selectionRowSchema = z.object({
  group: z.string(),
  n: shownCountSchema,
  selected: shownCountSchema,
  /** The hidden count is under 5. */
  small: z.boolean(),
  selectionRate: shareSchema.nullable(),
  wilson: rangeSchema,
  impactRatio: z.number().nullable(),
  koopman: rangeSchema,
  katz: rangeSchema,
  smallCategory: z.boolean(),
  p: z.number().nullable(),
  holmP: z.number().nullable(),
  oddsRatio: z.number().nullable(),
  oddsRatioInterval: rangeSchema,
  homogeneityP: z.number().nullable(),
  /** Impact ratio against the reference when people are drawn, not applications; `null` where nobody applied twice. */
  byPerson: z.object({ interval: rangeSchema, p: z.number() }).nullable(),
  shortfall: z.number().nullable(),
  flip: z.int().nullable(),
  powerAtFourFifths: z.number().nullable(),
  verdict: z.enum(verdictWords),
  direction: z.enum(['lower', 'higher']).nullable(),
  /** About how many more people a verdict needs. */
  needed: z.int().nullable(),
  pooledDisagrees: z.boolean(),
  /** What the row says, in a sentence. */
  sentence: z.string(),
});

export const selectionSchema = z.object({
  attribute: z.string(),
  crossing: z.boolean(),
  basis: z.enum(['fisher', 'strata']),
  from: z.string(),
  to: z.string(),
  highest: z.string().nullable(),
  comparedWith: z.string().nullable(),
  rows: z.array(selectionRowSchema),
  unknown: shownCountSchema,
  total: z.object({ n: shownCountSchema, selected: shownCountSchema }),
  /** No row is shown: no pattern of hidden cells would protect the people in it. */
  withheld: z.boolean(),
  notes: z.array(z.string()),
});

export const funnelSchema = z.object({
  attribute: z.string(),
  stages: z.array(z.string()),
  rows: z.array(z.object({ group: z.string(), reached: z.array(shownCountSchema) })),
  totals: z.array(shownCountSchema),
  withheld: z.boolean(),
  steps: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      rows: z.array(
        z.object({
          group: z.string(),
          rate: shareSchema.nullable(),
          impactRatio: z.number().nullable(),
          holmP: z.number().nullable(),
          verdict: z.enum(verdictWords),
        }),
      ),
    }),
  ),
});

export const trendSchema = z.object({
  attribute: z.string(),
  unit: z.enum(['month', 'quarter', 'year']),
  periods: z.array(z.string()),
  /** Selection rates rounded to .01, `null` where there are too few people to show one. */
  rows: z.array(z.object({ group: z.string(), rates: z.array(shareSchema.nullable()) })),
  changes: z.array(
    z.object({
      on: z.string(),
      policyId: z.string(),
      group: z.string(),
      comparedWith: z.string(),
      ratioOfOddsRatios: z.number(),
      interval: rangeSchema,
      p: z.number(),
      sentence: z.string(),
    }),
  ),
});

const shareDistanceSchema = z.object({
  totalVariation: shareSchema,
  jensenShannon: shareSchema,
  /** `null` where the groups are not bands of a number. */
  wasserstein: z.number().nullable(),
  minSkew: z.number().nullable(),
  maxSkew: z.number().nullable(),
});

const listGapSchema = z.object({
  recommender: z.string(),
  excessGap: z.number(),
  nullMean: z.number(),
  matchRate: z.number(),
  relevance: z.number(),
});

export const matchListSchema = z.object({
  attribute: z.string(),
  recommender: z.string(),
  postings: z.int(),
  people: z.int(),
  depth: z.int(),
  knownShare: shareSchema,
  groups: z.array(
    z.object({
      group: z.string(),
      pool: shareSchema,
      before: shareSchema,
      after: shareSchema,
      beforeInterval: rangeSchema,
      afterInterval: rangeSchema,
    }),
  ),
  excessGap: z.object({ before: z.number(), after: z.number(), interval: rangeSchema }),
  /** How far the shares of the list are from those of the pool, computed from the rounded shares. */
  distance: z.object({ before: shareDistanceSchema, after: shareDistanceSchema }),
  nullMean: z.number().nullable(),
  matchRate: z.object({ before: z.number(), after: z.number(), m0: z.number() }).nullable(),
  relevance: z.object({ before: z.number(), after: z.number() }).nullable(),
  p: z.number().nullable(),
  verdict: z.enum(['closer', 'further', 'no-measurable-change', 'not-enough-data']),
  /** The recommender that learned from past choices beside the one it re-ranks, postings as written; `null` without one. */
  learned: z.object({ learned: listGapSchema, embedded: listGapSchema }).nullable(),
  measuredOn: z.string(),
  provenance: z.record(z.string(), z.string()),
  sentence: z.string(),
});

export const postingRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  department: z.string().nullable(),
  publishedOn: z.string().nullable(),
  score: z.number(),
  findings: z.record(z.string(), z.int()),
  legal: z.array(
    z.object({
      ruleId: z.string(),
      message: z.string(),
      source: z.string(),
      jurisdictions: z.array(z.string()),
    }),
  ),
});

export const changesSchema = z.object({
  rewrittenPostings: z.int(),
  edits: z.array(
    z.object({
      category: z.string(),
      source: z.string(),
      accepted: z.int(),
      rejected: z.int(),
      ignored: z.int(),
      wrong: z.int(),
    }),
  ),
  refused: z.array(z.object({ fact: z.string(), count: z.int() })),
  policies: z.array(
    z.object({
      policyId: z.string(),
      on: z.string(),
      withdrawnOn: z.string().nullable(),
      excessGap: z.object({ before: z.number(), after: z.number() }).nullable(),
      relevance: z.object({ before: z.number(), after: z.number() }).nullable(),
      p: z.number().nullable(),
      synthetic: z.boolean(),
    }),
  ),
});

export const requirementSchema = z.object({
  requirement: z.string(),
  kind: z.string(),
  postings: z.int(),
  with: shownCountSchema,
  without: shownCountSchema,
  /** People more who would qualify without it; `null` when that is under 5. */
  more: shownCountSchema,
  /** Shares of those who qualify, rounded to .01. */
  shares: z.array(
    z.object({
      attribute: z.string(),
      group: z.string(),
      with: shareSchema.nullable(),
      without: shareSchema.nullable(),
    }),
  ),
});

/** One answer of page one: an attribute, what the figures say, and how sure that is. */
export const headlineSchema = z.object({
  topic: z.enum(['match-list', 'selection']),
  attribute: z.string(),
  answer: z.string(),
  tone: z.enum(['attention', 'quiet', 'good', 'open']),
  sentences: z.array(z.string()),
});

export const reportDataSchema = z.object({
  format: z.literal('autorefine-report'),
  formatVersion: z.literal(1),
  madeOn: z.iso.date(),
  about: z.object({
    synthetic: z.boolean(),
    version: z.string(),
    seed: z.int().nullable(),
    candidates: z.int(),
    postings: z.int(),
    applications: shownCountSchema,
    selected: shownCountSchema,
    since: z.string().nullable(),
    until: z.string().nullable(),
    department: z.string().nullable(),
    attributes: z.array(z.string()),
    dataHashes: z.array(z.object({ name: z.string(), hash: z.string() })),
    imports: z.array(z.object({ kind: z.string(), on: z.string(), imported: z.int(), rejected: z.int() })),
  }),
  headlines: z.array(headlineSchema),
  matchList: z.array(matchListSchema),
  selection: z.array(selectionSchema),
  funnel: z.array(funnelSchema),
  trend: z.array(trendSchema),
  requirements: z.array(requirementSchema),
  postings: z.array(postingRowSchema),
  changes: changesSchema,
  warnings: z.array(z.string()),
});

export type ReportData = z.infer<typeof reportDataSchema>;
export type SelectionSection = z.infer<typeof selectionSchema>;
export type SelectionRow = z.infer<typeof selectionRowSchema>;
export type FunnelSection = z.infer<typeof funnelSchema>;
export type TrendSection = z.infer<typeof trendSchema>;
export type MatchListSection = z.infer<typeof matchListSchema>;
export type PostingRow = z.infer<typeof postingRowSchema>;
export type ChangesSection = z.infer<typeof changesSchema>;
export type RequirementRow = z.infer<typeof requirementSchema>;
export type Headline = z.infer<typeof headlineSchema>;
