import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes rows as lines of JSON into a folder that the caller removes. @returns the path */
export function writeLines(folder: string, name: string, rows: readonly unknown[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}
