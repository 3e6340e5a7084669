import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const data = '../shared/data';

const resumeSchema = z.object({ id: z.string(), category: z.string(), text: z.string() });
const postingSchema = z.object({ job_title: z.string(), job_description: z.string() });
const sentenceSchema = z.object({
  tokens: z.array(z.string()),
  tags_skill: z.array(z.string()),
  tags_knowledge: z.array(z.string()),
});

export type Resume = z.infer<typeof resumeSchema>;
export type TaggedSentence = z.infer<typeof sentenceSchema>;

function readJsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  const file = join(data, path);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

/** Resumes in 24 categories; none where the data folder is absent. */
export const readResumes = (): Resume[] => readJsonLines('candidates/resumes_dev.jsonl', resumeSchema);

/** Sentences of postings with skill and knowledge spans. */
export const readTaggedSentences = (): TaggedSentence[] =>
  readJsonLines('taxonomies/skillspan_dev.jsonl', sentenceSchema);

/** Real postings of all trades, title first. */
export function readPostings(): { title: string; text: string }[] {
  const file = join(data, 'postings/monster_sample_1000.csv');
  if (!existsSync(file)) return [];
  return z
    .array(postingSchema)
    .parse(parse(readFileSync(file, 'utf8'), { columns: true }))
    .map(({ job_title, job_description }) => ({
      title: job_title,
      text: `${job_title}\n\n${job_description}`,
    }));
}
