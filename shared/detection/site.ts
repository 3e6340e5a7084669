import * as z from 'zod';

const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
/** A star stands for the subdomains of one company's domain, never for all hosts of a top-level domain. */
const host = new RegExp(`^(?:\\*\\.${label}\\.)?${label}(?:\\.${label})*$`);

/** A job site, or a form of the company's own, as dated data: a wrong fact is mended here, without code. */
export const siteSchema = z.strictObject({
  name: z.string().min(1).max(100),
  /** A host, or `*.` and a domain whose subdomains belong to it too. */
  host: z
    .string()
    .max(253)
    .regex(
      host,
      'use a host in lower case without https:// or path, such as jobs.example.com or *.example.com',
    ),
  /** Beginnings or parts of the path of a posting form; empty when none is known. */
  paths: z.array(z.string().min(1).max(200)).max(50),
  /** Which editor the form has, such as `tinymce`; `unknown` where nobody looked. */
  editor: z.string().min(1).max(40),
  confidence: z.enum(['high', 'medium', 'low']),
  /** Where the above is known from. */
  evidence: z.string().min(1).max(400),
});

export type Site = z.infer<typeof siteSchema>;
