import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';

const directory = join(import.meta.dirname, '../../../shared/data/postings');
const files = [
  ['monster_sample_1000.csv', 'job_description'],
  ['glassdoor_data_science_956.csv', 'Job Description'],
  ['linkedin_software_jobs_641.csv', 'job_description'],
] as const;
const seed = 20260102;

/** Distinct real, unlabelled postings, in a seeded order; empty where the data is absent. */
export function realPostings(most = Number.POSITIVE_INFINITY): string[] {
  const texts = files.flatMap(([file, column]) => {
    const path = join(directory, file);
    if (!existsSync(path)) return [];
    const rows = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { columns: true, relax_quotes: true }));
    return rows.map((row) => row[column] ?? '').filter((text) => text.trim() !== '');
  });
  return createRandom(seed)
    .shuffle([...new Set(texts)])
    .slice(0, most);
}
