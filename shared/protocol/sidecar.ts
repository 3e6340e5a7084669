import { z } from 'zod';
import { editSources } from './edit.ts';

/** The sidecar's fixed default port on 127.0.0.1; the next free one is taken when it is busy. */
export const defaultPort = 47821;

export const roles = ['recruiter', 'analyst'] as const;
export const roleSchema = z.enum(roles);

export const healthSchema = z.object({
  name: z.literal('autorefine'),
  version: z.string(),
  /** True while the database holds the synthetic sample company; every screen says so. */
  sample: z.boolean(),
  candidates: z.int().nonnegative(),
  /** Models Ollama offers, empty when Ollama is absent. */
  models: z.array(z.string()),
});

export const pairingRequestSchema = z.object({
  code: z.string().min(1).max(64),
  client: z.string().max(100),
});
export const pairingSchema = z.object({ token: z.string(), role: roleSchema });

export const statementSchema = z.object({
  id: z.string(),
  /** Entered as true by the company's own people; the only text an `insert` edit may use. */
  text: z.string().min(1).max(400),
  topic: z.enum([
    'flexible-hours',
    'parental-leave',
    'accommodation',
    'training',
    'equal-opportunity',
    'other',
  ]),
});

export const matchRequestSchema = z.object({ text: z.string(), k: z.int().min(1).max(400).default(50) });

export const matchSchema = z.object({
  candidates: z.array(
    z.object({ id: z.string(), score: z.number(), parts: z.record(z.string(), z.number()) }),
  ),
  qualifiedPool: z.object({
    size: z.int().nonnegative(),
    requirements: z.object({
      occupation: z.string().optional(),
      skills: z.array(z.string()),
      licences: z.array(z.string()),
      years: z.number().optional(),
    }),
    /** What had to be relaxed, in the order of the design, to reach 100 people. */
    relaxed: z.array(z.enum(['years', 'optional-skills', 'licences', 'skills'])),
  }),
});

/** What the recruiter did with each offered edit: counted in the report, later learned from. No text of the posting. */
export const decisionSchema = z.object({
  postingId: z.string().max(200),
  ruleId: z.string().max(200),
  category: z.string().max(40),
  source: z.enum(editSources),
  decision: z.enum(['accepted', 'rejected', 'ignored', 'wrong']),
});
export const decisionsRequestSchema = z.object({ decisions: z.array(decisionSchema).max(1000) });

export const importSummarySchema = z.object({
  imported: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.array(z.object({ line: z.int(), why: z.string() })),
});

export type Role = z.infer<typeof roleSchema>;
export type Health = z.infer<typeof healthSchema>;
export type Pairing = z.infer<typeof pairingSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Match = z.infer<typeof matchSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type ImportSummary = z.infer<typeof importSummarySchema>;
