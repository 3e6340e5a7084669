import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Edit, factKinds } from '../../shared/protocol/edit.ts';

const labelledEditSchema = z.object({
  text: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  after: z.string(),
  /** The kind of fact that a careful reader says the edit changes, or `null` when it changes none. */
  breaks: z.enum(factKinds).nullable(),
  note: z.string(),
});

export type LabelledEdit = z.infer<typeof labelledEditSchema>;

/** The hand-labelled edits beside this file, in order. */
export function readLabelledEdits(): LabelledEdit[] {
  return readFileSync(new URL('./labelled-edits.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelledEditSchema.parse(JSON.parse(line)));
}

export function toEdit({ text, start, end, after }: LabelledEdit): Edit {
  return { start, end, before: text.slice(start, end), after, source: 'model' };
}
