import { z } from 'zod';
import { editSchema, refusedEditSchema } from './edit.ts';

/** The only things a recruiter is told about the list; the figures are the analyst's, in the report. */
export const listVerdicts = ['closer', 'further', 'no-measurable-change', 'not-enough-data'] as const;

export const estimateSchema = z.object({
  verdict: z.enum(listVerdicts),
  /** One plain sentence, for instance why there is not enough data. */
  explanation: z.string(),
  /** Change of the mean share of required skills in the top of the list, in [-1, 1]; absent without data. */
  relevanceChange: z.number().optional(),
  /** Named so that nobody takes a simulated or local gain for a gain on a job board. */
  recommender: z.string(),
  /** The same for people who do not know its parts, such as `the built-in recommender`; fits behind "measured with". */
  recommenderPlainName: z.string().optional(),
  synthetic: z.boolean(),
});

export const engines = ['policy', 'model', 'both'] as const;

/** What a language model is asked for at a time: small ones can rewrite a sentence, larger ones a paragraph. */
export const passages = ['sentence', 'paragraph'] as const;

export const rewriteRequestSchema = z.object({
  /** Title and body as the recruiter sees them, one text. */
  text: z.string(),
  engine: z.enum(engines).default('policy'),
  model: z.string().optional(),
  /** A sentence where absent. */
  passage: z.enum(passages).optional(),
});

export const rewriteSchema = z.object({
  text: z.string(),
  edits: z.array(editSchema),
  refused: z.array(refusedEditSchema),
  estimate: estimateSchema.optional(),
  /** What edits of the same kind did to the lists of past postings, one sentence an edit; absent where none was measured. */
  effects: z.array(z.string()).optional(),
  /** Plain notes, such as "no language model was found; these are curated suggestions". */
  notes: z.array(z.string()),
});

export const estimateRequestSchema = z.object({ original: z.string(), rewritten: z.string() });

/** Server-sent events of long work. */
export const progressEventSchema = z.object({ done: z.number(), total: z.number(), message: z.string() });

export type ListVerdict = (typeof listVerdicts)[number];
export type Estimate = z.infer<typeof estimateSchema>;
export type Passage = (typeof passages)[number];
export type Engine = (typeof engines)[number];
export type RewriteRequest = z.infer<typeof rewriteRequestSchema>;
export type Rewrite = z.infer<typeof rewriteSchema>;
export type EstimateRequest = z.infer<typeof estimateRequestSchema>;
export type ProgressEvent = z.infer<typeof progressEventSchema>;
