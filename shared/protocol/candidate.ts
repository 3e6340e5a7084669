import { z } from 'zod';

/**
 * A candidate as imported. `text` is what ranks, after names, pronouns, contact data and birth dates were taken out.
 * Attributes never travel with a candidate: they are a record of their own, keyed by `externalId`.
 */
export const candidateRecordSchema = z.object({
  externalId: z.string().min(1).max(200),
  text: z.string().min(1),
  /** Occupation as the source gives it, such as a job title; extracted from the text when absent. */
  occupation: z.string().optional(),
  skills: z.array(z.string()).optional(),
  licences: z.array(z.string()).optional(),
  yearsOfExperience: z.number().min(0).max(80).optional(),
});

/** A voluntary self-report. `value` is the company's own group name; `unknown` and `declined` are values. */
export const selfReportSchema = z.object({
  externalId: z.string().min(1),
  attribute: z.string().min(1).max(60),
  value: z.string().min(1).max(120),
  lawfulBasis: z.string().min(1),
  noticeVersion: z.string().min(1),
  recordedOn: z.iso.date(),
});

export const stages = ['seen', 'applied', 'interviewed', 'offered', 'hired', 'rejected'] as const;

/** One step of one person for one posting. */
export const outcomeSchema = z.object({
  postingId: z.string().min(1),
  externalId: z.string().min(1),
  stage: z.enum(stages),
  on: z.iso.date(),
});

/** A posting of the company's past, with the text it was published with. */
export const pastPostingSchema = z.object({
  externalId: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  employer: z.string().optional(),
  department: z.string().optional(),
  location: z.string().optional(),
  publishedOn: z.iso.date().optional(),
});

export type CandidateRecord = z.infer<typeof candidateRecordSchema>;
export type SelfReport = z.infer<typeof selfReportSchema>;
export type Stage = (typeof stages)[number];
export type Outcome = z.infer<typeof outcomeSchema>;
export type PastPosting = z.infer<typeof pastPostingSchema>;
