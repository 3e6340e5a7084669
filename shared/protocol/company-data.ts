import { z } from 'zod';
import { selfReportSchema, stages } from './candidate.ts';
import { roleSchema } from './sidecar.ts';

/** How much there is, and the imports so far; never a person. */
export const poolSchema = z.object({
  candidates: z.int(),
  postings: z.int(),
  outcomes: z.int(),
  /** True for the synthetic sample company. */
  sample: z.boolean(),
  /** Finished imports, oldest first. */
  imports: z.array(
    z.object({
      kind: z.string(),
      imported: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      rejected: z.int(),
      finishedAt: z.string(),
    }),
  ),
});

export const importKinds = ['candidates', 'outcomes'] as const;
export const tableFormats = ['csv', 'jsonl'] as const;
/** Content type of a table's body, by format. */
export const tableTypes = { csv: 'text/csv', jsonl: 'application/x-ndjson' } as const;

/** Most of a file that a preview takes, in characters: its beginning is enough. */
export const maxPreviewLength = 64 * 1024;

export const importPreviewRequestSchema = z.object({
  kind: z.enum(importKinds),
  format: z.enum(tableFormats),
  /** The beginning of the file as text; a last line that was cut off is left out. */
  head: z.string().max(maxPreviewLength),
  /** Columns chosen by hand, each as `field=Column name`, over what is guessed; `text` may have several. */
  map: z.array(z.string().max(300)).max(50).default([]),
});

export const importPreviewSchema = z.object({
  columns: z.array(
    z.object({
      column: z.string(),
      /** The field it fills, or null. */
      field: z.string().nullable(),
      /** Why it is left out, in a plain sentence; null for a column that is used. */
      why: z.string().nullable(),
    }),
  ),
  /** Fields that a column may be mapped to by hand; empty for outcomes, whose columns are known by their names. */
  fields: z.array(z.string()),
  /** What the rows are, such as `candidates`, `postings` or `self-reports`. */
  content: z.string(),
  /** Complete records in the part that was sent. */
  records: z.int(),
  /** Problems of the first lines; the import rejects these lines and goes on. */
  problems: z.array(z.object({ line: z.int(), why: z.string() })),
});

const flagSchema = z.enum(['true', 'false']).default('false');
const manySchema = z.union([z.string().max(300), z.array(z.string().max(300)).max(50)]).default([]);
/** `dryRun=true` counts what would happen and writes nothing; `map` as in the preview, once for each column. */
export const importQuerySchema = z.object({ dryRun: flagSchema, map: manySchema });
export const outcomeImportQuerySchema = importQuerySchema.pick({ dryRun: true });

/** The company's switches. Replaced as a whole. */
export const companySettingsSchema = z.object({
  /** Measure what wording does to the match list, over self-reports. */
  measuring: z.boolean(),
  /** Choose among wordings by what they do to the list; needs measuring. */
  optimising: z.boolean(),
  /** Draw which proposal is shown, of those a recruiter would see anyway, so that outcomes can be learned from. */
  exploring: z.boolean().default(false),
  /** Days after the last activity of a person until the record is erased; null = never by itself. */
  retentionDays: z.int().min(1).max(36_500).nullable(),
  /** Whose record-keeping floors hold, such as `US` or `US-CA`. */
  jurisdictions: z.array(z.string().min(1).max(20)).max(50),
  /** Trains a policy once a night at this hour (local time, 0 to 23); off until chosen. */
  nightlyTraining: z.object({ on: z.boolean(), hour: z.int().min(0).max(23) }),
});

/** Packs as plain data, as docs/rule-pack.schema.json says; whoever uses one proves it with `parseRulePack`. */
export const rulePacksSchema = z.object({ packs: z.array(z.object({ name: z.string() }).loose()) });

/** Everything kept about one person; the person's right to a copy (GDPR Article 15). */
export const personSchema = z.object({
  candidate: z
    .object({
      externalId: z.string(),
      /** Without names, pronouns, contact data and birth dates: as kept. */
      text: z.string(),
      occupation: z.string().optional(),
      skills: z.array(z.string()),
      licences: z.array(z.string()),
      yearsOfExperience: z.number().optional(),
    })
    .loose()
    .optional(),
  outcomes: z.array(z.object({ postingId: z.string(), stage: z.enum(stages), on: z.string() }).loose()),
  selfReports: z.array(selfReportSchema.partial().loose()),
});

/** The id typed again: erasing cannot be undone. */
export const eraseConfirmationSchema = z.object({ confirm: z.string() });

export const erasureSchema = z.object({
  /** How many of the people asked for were there. */
  people: z.int(),
  /** Folders gone through: the data folder and the backups the tool made. */
  folders: z.array(z.string()),
  /** Backups that could not be opened and may still hold the people. */
  unreachable: z.array(z.object({ folder: z.string(), why: z.string() })),
  /** Policies to be trained again; they hold no record. */
  stale: z.array(z.string()),
});

/** Whose retention time is over now; nobody while no retention time is set. */
export const retentionSchema = z.object({
  due: z.int(),
  floors: z.array(
    z.object({
      jurisdiction: z.string(),
      days: z.int(),
      rule: z.string(),
      source: z.string(),
      checkedOn: z.string(),
    }),
  ),
});

export const backupSchema = z.object({
  path: z.string(),
  /** Absent when the folder was moved or deleted since. */
  madeAt: z.iso.datetime().optional(),
  bytes: z.int().optional(),
});
export const backupsSchema = z.object({ backups: z.array(backupSchema) });

export const tokenSchema = z.object({
  id: z.string(),
  client: z.string(),
  roles: z.array(roleSchema),
  issuedAt: z.string(),
  /** Day of the last use. */
  lastUsedOn: z.string().optional(),
});

export const auditActions = [
  'paired',
  'token-revoked',
  'imported',
  'figures-seen',
  'list-seen',
  'training-started',
  'training-stopped',
  'trained',
  'promoted',
  'rolled-back',
  'policy-exported',
  'policy-imported',
  'settings-changed',
  'statements-changed',
  'exported',
  'erased',
  'hold-changed',
  'backed-up',
  'restored',
] as const;

/** Detail names counts, formats and files; never a candidate, so that erasing a person leaves nothing here. */
export const auditEntrySchema = z.object({
  id: z.int(),
  at: z.string(),
  /** `command line`, `retention`, `nightly` or the client name of the token. */
  actor: z.string(),
  action: z.enum(auditActions),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const auditPageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** Id of the last entry of the page before. */
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});

export type Pool = z.infer<typeof poolSchema>;
export type ImportKind = (typeof importKinds)[number];
export type TableFormat = (typeof tableFormats)[number];
export type ImportPreviewRequest = z.infer<typeof importPreviewRequestSchema>;
export type ImportPreview = z.infer<typeof importPreviewSchema>;
export type CompanySettings = z.infer<typeof companySettingsSchema>;
export type Person = z.infer<typeof personSchema>;
export type Erasure = z.infer<typeof erasureSchema>;
export type Retention = z.infer<typeof retentionSchema>;
export type Backup = z.infer<typeof backupSchema>;
export type AuditAction = (typeof auditActions)[number];
export type AuditEntry = z.infer<typeof auditEntrySchema>;
