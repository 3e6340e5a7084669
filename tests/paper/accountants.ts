import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { statements } from '../../sidecar/sample-company/statements.ts';
import { readTrainingPostings } from '../../sidecar/training-jobs/read-training-postings.ts';

const biographies = '../shared/data/candidates/bios_dev.jsonl';
const postingFiles = [
  '../shared/data/postings/monster_sample_1000.csv',
  '../shared/data/postings/glassdoor_data_science_956.csv',
];
/** O*NET: accountants and auditors. */
const accountant = '13-2010';

export const hasAccountants = [biographies, ...postingFiles].every((file) => existsSync(file));

/**
 * Options of `evaluate` for real accounting postings and real biographies, with the sample company's statements as those that
 * may be inserted. What it writes stands in `folder`, which the caller removes.
 * @param most postings at most
 */
export async function accountantOptions(folder: string, most: number): Promise<string[]> {
  const readRequirements = createRequirementReader(loadTaxonomy());
  const read = await Promise.all(postingFiles.map((file) => readTrainingPostings(file)));
  const chosen = read
    .flatMap(({ postings }) => postings)
    .filter(({ text }) => readRequirements(text).occupation === accountant)
    .slice(0, most);
  const postings = writeLines(folder, 'postings.jsonl', chosen);
  const approved = writeLines(folder, 'statements.jsonl', statements);
  return [
    ...['--postings', postings, '--statements', approved],
    ...['--candidates', biographies, '--attribute', 'gender'],
  ];
}

function writeLines(folder: string, name: string, rows: readonly unknown[]): string {
  const file = join(folder, name);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
}
