import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Detector } from '../../shared/detection/detector.ts';
import { compareSeverity, isMarked } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';
import { type Row, withGoal } from './detection-row.ts';

const directory = join(import.meta.dirname, '../../../shared/data/postings');
const files = [
  ['monster_sample_1000.csv', 'job_description'],
  ['glassdoor_data_science_956.csv', 'Job Description'],
  ['linkedin_software_jobs_641.csv', 'job_description'],
] as const;
const seed = 20260102;

/** Distinct real postings, in a seeded order; empty where the data is absent. */
export function realPostings(most: number): string[] {
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

/** How many marks of severity `coded` or worse a reader of real postings sees in 1,000 words. */
export function quietRow(detector: Detector, postings: readonly string[]): Row {
  let words = 0;
  let marks = 0;
  for (const text of postings) {
    words += text.split(/\s+/).length;
    marks += detector
      .check(text)
      .findings.filter((one) => isMarked(one) && compareSeverity(one.severity, 'coded') >= 0).length;
  }
  return withGoal(
    {
      name: 'marks in 1,000 words, coded or worse',
      value: (marks / words) * 1000,
      unit: 'marks',
      note: `${postings.length} real postings, ${words} words`,
    },
    { atMost: 4 },
  );
}
