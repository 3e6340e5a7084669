// By its namespace, so that the page does not load zod's messages in forty languages.
import * as z from 'zod';

/** The seven categories of the labelled data, then the three that only rules produce. */
export const labelCategories = [
  'age',
  'disability',
  'masculine',
  'feminine',
  'racial',
  'sexuality',
  'general',
] as const;
export const categories = [...labelCategories, 'requirements', 'legal', 'readability'] as const;

/** Only `excludes` is marked in the page; `prefers` is an unmarked note by jurisdiction; document labels count all. */
export const polarities = ['excludes', 'neutral', 'prefers'] as const;

/** Ascending, so that `--fail-on` and sorting compare by index. */
export const severities = ['style', 'coded', 'exclusionary', 'unlawful-risk'] as const;

/** How strong the reason is: a law, a field study, a laboratory study, or a style guide. */
export const evidenceGrades = ['law', 'field', 'lab', 'style'] as const;

export const labelCategorySchema = z.enum(labelCategories);
export const categorySchema = z.enum(categories);
export const polaritySchema = z.enum(polarities);
export const severitySchema = z.enum(severities);
export const evidenceGradeSchema = z.enum(evidenceGrades);

export const evidenceSchema = z.object({
  grade: evidenceGradeSchema,
  /** Author or law, with the year, as a reader would cite it. */
  source: z.string().min(1),
  url: z.url().optional(),
});

/**
 * A place in a text that a rule or the learned layer has something to say about.
 * Offsets are UTF-16 code units in the text as given, `end` exclusive; `text === input.slice(start, end)` always.
 * A document-level finding (a missing pay range) has `start === end === 0` and an empty `text`.
 */
export const findingSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  ruleId: z.string().min(1),
  category: categorySchema,
  polarity: polaritySchema,
  severity: severitySchema,
  evidence: evidenceSchema,
  /** One or two plain, tentative sentences to the recruiter. */
  message: z.string().min(1),
  /** Replacements for `text` that fit its place; the empty string means "delete it". Best first. */
  suggestions: z.array(z.string()),
  /** The mend would change a requirement: a question to the hiring manager, never an edit. */
  requirementQuestion: z.boolean().optional(),
  /** Where the law applies, such as `US`, `US-CO`, `EU`, `UK`; absent when the finding is not about law. */
  jurisdictions: z.array(z.string()).optional(),
  /** Calibrated probability in [0, 1] that the wording is meant as the rule takes it, where the learned layer gave one. */
  confidence: z.number().min(0).max(1).optional(),
});

export type Category = z.infer<typeof categorySchema>;
export type LabelCategory = z.infer<typeof labelCategorySchema>;
export type Polarity = z.infer<typeof polaritySchema>;
export type Severity = z.infer<typeof severitySchema>;
export type EvidenceGrade = z.infer<typeof evidenceGradeSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Finding = z.infer<typeof findingSchema>;

/** Whether the page draws a mark for this finding: it excludes someone and it stands somewhere in the text. */
export function isMarked(finding: Finding): boolean {
  return finding.polarity === 'excludes' && finding.end > finding.start;
}

/** Whether an edit may mend it: marked, and no question to the hiring manager. */
export function isMendable(finding: Finding): boolean {
  return isMarked(finding) && finding.requirementQuestion !== true;
}

/** Compares two severities: negative when `a` is milder than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}
