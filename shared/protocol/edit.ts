import { z } from 'zod';

export const editSources = ['curated', 'model', 'delete', 'insert'] as const;

/** One change against the ORIGINAL text. `before === original.slice(start, end)`; an insert has `start === end`. */
export const editSchema = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
  source: z.enum(editSources),
  ruleId: z.string().optional(),
});

export const factKinds = [
  'number',
  'pay',
  'date',
  'person',
  'place',
  'organisation',
  'url',
  'email',
  'licence',
  'skill',
  'legal',
  'negation',
  'modal',
] as const;

/** Something an edit may not change. `value` is the normalised form that is compared. */
export const factSchema = z.object({ kind: z.enum(factKinds), text: z.string(), value: z.string() });

export const refusedEditSchema = z.object({ edit: editSchema, fact: factSchema });

export type EditSource = (typeof editSources)[number];
export type FactKind = (typeof factKinds)[number];
export type Edit = z.infer<typeof editSchema>;
export type Fact = z.infer<typeof factSchema>;
export type RefusedEdit = z.infer<typeof refusedEditSchema>;
