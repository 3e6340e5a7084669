import { z } from 'zod';

const ignoreFileSchema = z.object({
  terms: z.array(z.string().trim().toLowerCase().min(1).max(200)).max(10_000).default([]),
  rules: z.array(z.string().trim().min(1).max(200)).max(10_000).default([]),
});

/** A team's ignore list as a file: words in lower case, and ids of rules. */
export type IgnoreFile = z.infer<typeof ignoreFileSchema>;

/** @throws SyntaxError or ZodError when the text is no ignore list. */
export function parseIgnoreFile(json: string): IgnoreFile {
  return ignoreFileSchema.parse(JSON.parse(json));
}

export function formatIgnoreFile(file: IgnoreFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** `added` joined to `list` without repeats, in alphabetical order. */
export function joinLists(list: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...list, ...added])].sort((a, b) => a.localeCompare(b, 'en'));
}
