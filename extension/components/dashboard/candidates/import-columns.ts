import type { ImportPreview } from '../../../../shared/protocol/company-data.ts';

/** Which columns fill which field, as the local service reads them now. */
export type FieldColumns = ReadonlyMap<string, readonly string[]>;

export function columnsByField({ fields, columns }: Pick<ImportPreview, 'fields' | 'columns'>): FieldColumns {
  return new Map(
    fields.map((field) => [
      field,
      columns.filter((column) => column.field === field).map(({ column }) => column),
    ]),
  );
}

/** The mapping with one field filled by one column; that column then fills no other field. As `field=Column` each. */
export function chooseColumn(current: FieldColumns, field: string, column: string): string[] {
  return [...current].flatMap(([name, columns]) => {
    const kept = name === field ? [column] : columns.filter((other) => other !== column);
    return kept.map((one) => `${name}=${one}`);
  });
}
