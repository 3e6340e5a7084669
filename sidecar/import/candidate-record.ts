import { createHash } from 'node:crypto';
import { type CandidateRecord, candidateRecordSchema } from '../../shared/protocol/candidate.ts';
import { type CandidateField, type ColumnMapping, candidateFields } from './column-mapping.ts';

/**
 * Reads a candidate from one row of a file. Columns outside the mapping are left where they are.
 * Without an external id the person is known by the content: `content-` and a hash of the text.
 * @throws RangeError that says which column is missing or wrong; never quotes what is in it.
 */
export function toCandidateRecord(
  row: Readonly<Record<string, unknown>>,
  mapping: ColumnMapping,
): CandidateRecord {
  const valuesOf = (field: CandidateField) => (mapping[field] ?? []).map((column) => row[column]);
  const texts = valuesOf('text')
    .map(asText)
    .filter((text) => text !== '');
  const text = texts.join('\n\n');
  if (text === '') throw new RangeError('there is no text about the person; choose the column that holds it');
  const [years] = valuesOf('yearsOfExperience').map(asText);
  const record = candidateRecordSchema.safeParse({
    externalId: asText(valuesOf('externalId')[0]) || contentId(text),
    text,
    occupation: asText(valuesOf('occupation')[0]) || undefined,
    skills: asList(valuesOf('skills')[0]),
    licences: asList(valuesOf('licences')[0]),
    yearsOfExperience: years === undefined || years === '' ? undefined : Number(years.replace(',', '.')),
  });
  if (record.success) return record.data;
  const field = String(record.error.issues[0]?.path[0]);
  throw new RangeError(
    `column "${columnOf(field, mapping)}": ${expected[field] ?? 'the value is not understood'}`,
  );
}

const expected: Readonly<Record<string, string>> = {
  externalId: 'an id has 1 to 200 characters',
  yearsOfExperience: 'years are a number from 0 to 80',
};

function columnOf(field: string, mapping: ColumnMapping): string {
  const name = candidateFields.find((candidate) => candidate === field);
  return (name === undefined ? undefined : mapping[name]?.[0]) ?? field;
}

/** The id of a person whose source gives none. */
export function contentId(content: string): string {
  return `content-${sha256(content).slice(0, 16)}`;
}

export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function asList(value: unknown): string[] | undefined {
  const parts = Array.isArray(value) ? value.map(asText) : asText(value).split(/[;|]|,(?!\d)/);
  const items = parts.map((part) => part.trim()).filter((part) => part !== '');
  return items.length > 0 ? items : undefined;
}
