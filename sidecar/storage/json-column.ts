import type { z } from 'zod';

/** Parses a JSON column with its schema, so that a damaged row is named instead of spreading through the program. */
export function readJson<T>(schema: z.ZodType<T>, column: string): T {
  return schema.parse(JSON.parse(column));
}

/** `readJson` for many rows: equal columns are parsed once and share the value, which nobody may change. */
export function jsonReader<T>(schema: z.ZodType<T>): (column: string) => T {
  const values = new Map<string, T>();
  return (column) => {
    const known = values.get(column);
    if (known !== undefined) return known;
    const value = readJson(schema, column);
    values.set(column, value);
    return value;
  };
}
