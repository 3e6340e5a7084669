import * as z from 'zod';

export const lawTopics = [
  'pay-range',
  'benefits',
  'application-deadline',
  'equal-opportunity-statement',
] as const;

/** A duty that a law lays on a posting. Data, with its source and the day it was checked; not legal advice. */
export const lawSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+(?:\/[a-z-]+)+$/i, 'use jurisdiction/topic, such as US-CO/pay-range'),
  /** `US`, `US-CO`, `US-NY-NYC`, `EU`, `UK` or a country; a law holds in every place whose code begins with it. */
  jurisdiction: z.string().min(2),
  requires: z.enum(lawTopics),
  /** Employers with fewer employees are outside the law. */
  minimumEmployees: z.int().min(1),
  effective: z.iso.date(),
  source: z.string().min(1),
  url: z.exactOptional(z.url()),
  checkedOn: z.iso.date(),
  /** What was not confirmed by an official text. */
  caveat: z.exactOptional(z.string()),
});

export type Law = z.infer<typeof lawSchema>;
export type LawTopic = (typeof lawTopics)[number];
