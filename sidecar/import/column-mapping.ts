import { z } from 'zod';
import mappings from './header-mappings.json' with { type: 'json' };

export const candidateFields = [
  'externalId',
  'text',
  'occupation',
  'skills',
  'licences',
  'yearsOfExperience',
] as const;
export type CandidateField = (typeof candidateFields)[number];

/** Which columns of a file fill which field; `text` may come from several, joined in their order. */
export type ColumnMapping = Readonly<Partial<Record<CandidateField, readonly string[]>>>;

export interface GuessedMapping {
  readonly columns: ColumnMapping;
  /** Columns that were left out because they hold self-reports, which come in a file of their own. */
  readonly attributes: readonly string[];
  /** Columns that hold the person's name: never imported, only taken out of the text. */
  readonly names: readonly string[];
}

/** A mapping that does not fit the file or is not understood; names the bad value and the good ones. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

const namesSchema = z.array(z.string());
const mappingsSchema = z.object({
  fields: z.partialRecord(z.enum(candidateFields), namesSchema),
  names: namesSchema,
  attributes: namesSchema,
  systems: z.array(
    z.object({
      name: z.string(),
      source: z.url(),
      checkedOn: z.iso.date(),
      fields: z.partialRecord(z.enum(candidateFields), namesSchema),
    }),
  ),
});
const known = mappingsSchema.parse(mappings);

/** `Years_of-Experience ` and `years of experience` are one header. */
function normalised(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

function namesOf(field: CandidateField): Set<string> {
  const lists = [known.fields, ...known.systems.map((system) => system.fields)].map((f) => f[field] ?? []);
  return new Set(lists.flat().map(normalised));
}

/** Reads the meaning of a file's columns from their headers (general names first, then exports of known systems). */
export function guessMapping(headers: readonly string[]): GuessedMapping {
  const columns: Partial<Record<CandidateField, string[]>> = {};
  for (const field of candidateFields) {
    const names = [...namesOf(field)];
    const matching = headers.filter((header) => names.includes(normalised(header)));
    // Names stand in order of trust: with `id` and `candidate id` in one file, one of them is the person.
    matching.sort((a, b) => names.indexOf(normalised(a)) - names.indexOf(normalised(b)));
    const taken = field === 'text' ? matching : matching.slice(0, 1);
    if (taken.length > 0) columns[field] = taken;
  }
  const among = (names: readonly string[]) => headers.filter((header) => names.includes(normalised(header)));
  return { columns, attributes: among(known.attributes), names: among(known.names) };
}

/**
 * The columns of a file by field: what is guessed, and over it what was named by hand.
 * @throws MappingError when a named column is not in the file
 */
export function chooseColumns(headers: readonly string[], map: ColumnMapping = {}): GuessedMapping {
  requireColumns(Object.values(map).flat(), headers);
  const guessed = guessMapping(headers);
  return { ...guessed, columns: { ...guessed.columns, ...map } };
}

/**
 * Reads `--map` values of the form `field=Column name`; `text` may be given several times.
 * @throws MappingError that names the bad value and the good ones.
 */
export function parseMapping(values: readonly string[]): ColumnMapping {
  const columns: Partial<Record<CandidateField, string[]>> = {};
  for (const [field, column] of parseFieldColumns(values, candidateFields)) {
    columns[field] = [...(columns[field] ?? []), column];
  }
  return columns;
}

/**
 * Reads `--map` values for any set of fields, in their order.
 * @throws MappingError that names the bad value and the good ones.
 */
export function parseFieldColumns<Field extends string>(
  values: readonly string[],
  fields: readonly Field[],
): [field: Field, column: string][] {
  return values.map((value) => {
    const [name, column] = splitPair(value) ?? [];
    const field = fields.find((known) => known === name);
    if (field !== undefined && column !== undefined) return [field, column];
    throw new MappingError(
      `--map "${value}" is not understood; write FIELD=COLUMN with FIELD one of ${fields.join(', ')}`,
    );
  });
}

/** Cuts `name=Column name` at the first equals sign; undefined where one side is empty. */
export function splitPair(value: string): [name: string, column: string] | undefined {
  const at = value.indexOf('=');
  return at < 1 || at === value.length - 1 ? undefined : [value.slice(0, at), value.slice(at + 1)];
}

/** @throws MappingError when a column that was named by hand is not in the file */
export function requireColumns(wanted: readonly string[], headers: readonly string[]): void {
  const unknown = wanted.find((column) => !headers.includes(column));
  if (unknown !== undefined)
    throw new MappingError(`There is no column "${unknown}" in the file; it has ${headers.join(', ')}`);
}
