import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LabelCategory, labelCategories, labelCategorySchema } from '../../shared/protocol/finding.ts';
import { type Part, splitDocuments } from './split.ts';

/** Offsets as the data gives them: Unicode code points. */
const spanSchema = z.object({ quote: z.string(), start: z.int(), end: z.int() });

const rowSchema = z.object({
  id: z.string(),
  synthetic: z.boolean(),
  labels: z.array(labelCategorySchema),
  quoted_spans: z.partialRecord(labelCategorySchema, z.array(spanSchema)),
  text: z.string(),
});

/** A phrase that the annotators quoted and that stands in the text; offsets are UTF-16 code units, `end` exclusive. */
export interface QuotedSpan {
  readonly category: LabelCategory;
  readonly start: number;
  readonly end: number;
}

/** An advertisement with its document-level labels (all polarities) and the phrases that the annotators quoted. */
export interface LabelledDocument {
  readonly id: string;
  readonly synthetic: boolean;
  readonly labels: readonly LabelCategory[];
  readonly quotedSpans: readonly QuotedSpan[];
  readonly text: string;
  readonly part: Part;
}

export interface DevelopmentDocument extends LabelledDocument {
  readonly part: number;
}

const files = ['everitt_ryan_real_train_val.jsonl', 'everitt_ryan_synthetic_train_val.jsonl'];

/** Where the labelled data stands beside a checkout; it is never part of the repository. */
export const labelledDataDirectory = join(import.meta.dirname, '../../../shared/data/bias');

/** Whether the labelled data is there; tests and benchmarks say "skipped" when it is not. */
export function hasLabelledData(directory = labelledDataDirectory): boolean {
  return files.every((file) => existsSync(join(directory, file)));
}

/** The documents that rules, features and thresholds may be developed on. */
export function developmentDocuments(directory = labelledDataDirectory): DevelopmentDocument[] {
  return readDocuments(directory).filter(
    (document): document is DevelopmentDocument => document.part !== 'locked',
  );
}

/**
 * The locked documents. Only the locked evaluation may call this, at most three times in the project's life, and every one
 * of its results is shown in docs/detection.md.
 */
export function lockedDocuments(directory = labelledDataDirectory): LabelledDocument[] {
  return readDocuments(directory).filter((document) => document.part === 'locked');
}

function readDocuments(directory: string): LabelledDocument[] {
  const rows = files.flatMap((file) =>
    readFileSync(join(directory, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => rowSchema.parse(JSON.parse(line))),
  );
  const parts = splitDocuments(rows);
  return rows.map(({ quoted_spans: quoted, ...row }, index) => ({
    ...row,
    quotedSpans: labelCategories.flatMap((category) => locate(row.text, category, quoted[category] ?? [])),
    part: parts[index] ?? 'locked',
  }));
}

function locate(
  text: string,
  category: LabelCategory,
  spans: readonly z.infer<typeof spanSchema>[],
): QuotedSpan[] {
  const characters = Array.from(text);
  return spans.map((span) => {
    const start = characters.slice(0, span.start).join('').length;
    return { category, start, end: start + characters.slice(span.start, span.end).join('').length };
  });
}
