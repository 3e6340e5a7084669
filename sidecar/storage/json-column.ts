import type { z } from 'zod';

/** Parses a JSON column with its schema, so that a damaged row is named instead of spreading through the program. */
export function readJson<T>(schema: z.ZodType<T>, column: string): T {
  return schema.parse(JSON.parse(column));
}
