import { z } from 'zod';
import {
  outcomeSchema,
  pastPostingSchema,
  selfReportSchema,
  stages,
} from '../../shared/protocol/candidate.ts';
import { keptAnswer } from './answers.ts';
import { parseFieldColumns } from './column-mapping.ts';

/** Names that the columns of outcome files go by, per field; the first is ours. */
const columnNames = {
  postingId: ['postingid', 'jobid', 'requisitionid', 'posting', 'job'],
  externalId: ['externalid', 'candidateid', 'applicantid', 'personid', 'candidate'],
  stage: ['stage', 'status', 'step'],
  on: ['on', 'date', 'ondate', 'stagedate', 'occurredon'],
  attribute: ['attribute'],
  value: ['value', 'group'],
  lawfulBasis: ['lawfulbasis', 'legalbasis'],
  noticeVersion: ['noticeversion', 'notice'],
  recordedOn: ['recordedon', 'reportedon', 'collectedon'],
  withdrawnOn: ['withdrawnon', 'consentwithdrawnon'],
  month: ['month'],
  people: ['people', 'count', 'n', 'number'],
  title: ['title', 'jobtitle'],
  text: ['text', 'description', 'body'],
  employer: ['employer', 'company'],
  department: ['department', 'team'],
  location: ['location', 'office'],
  publishedOn: ['publishedon', 'postedon', 'openedon'],
} as const;
type OutcomeField = keyof typeof columnNames;
const fieldNames = Object.keys(columnNames) as OutcomeField[];

/** Columns that were named by hand; the others are known by their names. */
export type OutcomeColumns = Readonly<Partial<Record<OutcomeField, string>>>;

/** Reads `--map` values of the form `field=Column name`. @throws MappingError that names the bad value and the good ones */
export function parseOutcomeColumns(values: readonly string[]): OutcomeColumns {
  return Object.fromEntries(parseFieldColumns(values, fieldNames));
}

const stageNames: Readonly<Record<string, (typeof stages)[number]>> = {
  application: 'applied',
  'application review': 'applied',
  interview: 'interviewed',
  offer: 'offered',
  hire: 'hired',
  rejection: 'rejected',
  declined: 'rejected',
};

const stageSchema = z.preprocess((value) => {
  const name = String(value ?? '')
    .trim()
    .toLowerCase();
  return stageNames[name] ?? name;
}, z.enum(stages));

const outcome = outcomeSchema.extend({ stage: stageSchema });
const selfReport = selfReportSchema.extend({
  value: selfReportSchema.shape.value.transform(keptAnswer),
  withdrawnOn: z.iso.date().optional(),
});
const withdrawal = z.object({ externalId: z.string().min(1), withdrawnOn: z.iso.date() });
const groupTotal = z.object({
  postingId: z.string().min(1),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written YYYY-MM'),
  attribute: z.string().min(1).max(60),
  value: z.string().min(1).max(120),
  stage: stageSchema,
  people: z.coerce.number().int().min(0),
});

/** What a row of an outcome file can be, each known by the fields that only it has. */
export type OutcomeRow =
  | { readonly kind: 'posting'; readonly record: z.infer<typeof pastPostingSchema> }
  | { readonly kind: 'outcome'; readonly record: z.infer<typeof outcome> }
  | { readonly kind: 'total'; readonly record: z.infer<typeof groupTotal> }
  | { readonly kind: 'self-report'; readonly record: z.infer<typeof selfReport> }
  | { readonly kind: 'withdrawal'; readonly record: z.infer<typeof withdrawal> };

/**
 * Reads one row of an outcome file: a posting, a step of a person, a self-report, its withdrawal, or a month's total.
 * @throws RangeError that says what is missing or wrong.
 */
export function readOutcomeRow(row: Readonly<Record<string, unknown>>, map: OutcomeColumns = {}): OutcomeRow {
  const fields = outcomeFields(row, map);
  const has = (name: OutcomeField) => fields[name] !== undefined;
  if (has('people')) return { kind: 'total', record: parseFields(groupTotal, fields) };
  if (has('attribute') && has('value'))
    return { kind: 'self-report', record: parseFields(selfReport, fields) };
  if (has('withdrawnOn')) return { kind: 'withdrawal', record: parseFields(withdrawal, fields) };
  if (has('stage')) return { kind: 'outcome', record: parseFields(outcome, fields) };
  if (has('text') && has('title')) {
    const externalId = asText(row.id) ?? fields.externalId ?? fields.postingId;
    return { kind: 'posting', record: parseFields(pastPostingSchema, { ...fields, externalId }) };
  }
  throw new RangeError(
    'the columns are none of a posting (id, title, text), a step (posting id, candidate id, stage, date), a self-report of one attribute (candidate id, attribute, value, lawful basis, notice version, recorded on) or a total (posting id, month, attribute, value, stage, people); a table of self-reports with a column an attribute needs --attribute NAME=COLUMN',
  );
}

const normalised = (column: string) => column.toLowerCase().replace(/[^a-z]/g, '');

/** The field that a column of an outcome file fills, undefined for one that is not used. */
export function outcomeFieldOf(column: string): string | undefined {
  const name = normalised(column);
  if (name === 'id') return 'postingId';
  return fieldNames.find((field) => columnNames[field].some((known) => known === name));
}

/** The values of a row by field. */
export function outcomeFields(
  row: Readonly<Record<string, unknown>>,
  map: OutcomeColumns,
): Partial<Record<OutcomeField, string | undefined>> {
  const byName = new Map(Object.entries(row).map(([column, value]) => [normalised(column), asText(value)]));
  return Object.fromEntries(
    fieldNames.map((field) => {
      const chosen = map[field];
      if (chosen !== undefined) return [field, asText(row[chosen])];
      return [field, columnNames[field].map((name) => byName.get(name)).find((value) => value !== undefined)];
    }),
  );
}

export function asText(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}

/** @throws RangeError that names the field and what is wrong with it */
export function parseFields<T>(
  schema: z.ZodType<T>,
  fields: Readonly<Record<string, string | undefined>>,
): T {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RangeError(`${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'not understood'}`);
}
