import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** Real postings and resumes for development. They may never enter the repository; tests are skipped where they are absent. */
export const dataFolder = join('..', 'shared', 'data');
export const hasDevelopmentData = existsSync(dataFolder);

const csvPostingSchema = z.array(z.object({ job_description: z.string() }));

/** The first `count` distinct postings of the general sample, all trades, in file order. */
export function realPostings(count: number): { id: string; text: string }[] {
  const file = readFileSync(join(dataFolder, 'postings', 'monster_sample_1000.csv'));
  const rows = csvPostingSchema.parse(parse(file, { columns: true, relax_quotes: true }));
  const distinct = [...new Set(rows.map((row) => row.job_description.trim()))].filter(
    (text) => text.length > 200,
  );
  return distinct.slice(0, count).map((text, index) => ({ id: `posting-${index}`, text }));
}

export function candidateFile(name: 'resumes_dev' | 'bios_dev'): { path: string; lines: number } {
  const path = join(dataFolder, 'candidates', `${name}.jsonl`);
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
  return { path, lines };
}
