import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const directory = join(data, 'postings');
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

const boardFile = join(data, 'bias/gpt4_labelled_1711_unverified.jsonl');
const labelledFile = join(data, 'bias/everitt_ryan_real_train_val.jsonl');
const boardSchema = z.object({ document_id: z.string(), text: z.string() });
const labelledSchema = z.object({ id: z.string() });

/**
 * Distinct real advertisements from job boards of many countries, without those that stand among the labelled documents; what a language
 * model says of them in the file is not read. Empty where the data is absent.
 */
export function boardPostings(): string[] {
  if (!existsSync(boardFile) || !existsSync(labelledFile)) return [];
  const labelled = readLines(labelledFile, labelledSchema).map(({ id }) => id);
  const known = (document: string) => labelled.some((id) => id.startsWith(document));
  const texts = readLines(boardFile, boardSchema).flatMap(({ document_id: id, text }) =>
    known(id) ? [] : text,
  );
  return createRandom(seed).shuffle([...new Set(texts)]);
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
