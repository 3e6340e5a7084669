import { existsSync } from 'node:fs';
import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom } from '../../shared/random.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { statements } from '../../sidecar/sample-company/statements.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import {
  readTrainingPostings,
  type TrainingPosting,
} from '../../sidecar/training-jobs/read-training-postings.ts';
import { writeLines } from './write-lines.ts';

/** Biographies with masked names and pronouns, four of five of them of accountants. */
export const biographies = '../shared/data/candidates/bios_dev.jsonl';
const accountingFiles = [
  '../shared/data/postings/monster_sample_1000.csv',
  '../shared/data/postings/glassdoor_data_science_956.csv',
];
const otherFiles = [
  '../shared/data/postings/linkedin_software_jobs_641.csv',
  '../shared/data/bias/everitt_ryan_real_train_val.jsonl',
  '../shared/data/bias/gpt4_labelled_1711_unverified.jsonl',
];
/** O*NET: accountants and auditors. */
const accountant = '13-2010';

export const hasAccountants = [biographies, ...accountingFiles, ...otherFiles].every((file) =>
  existsSync(file),
);

/** Real accounting postings of the files that hold most of them, in the order of the files. */
export async function readAccountingPostings(files = accountingFiles): Promise<TrainingPosting[]> {
  const readRequirements = createRequirementReader(loadTaxonomy());
  const postings = await readAll(files);
  return postings.filter(({ text }) => readRequirements(text).occupation === accountant);
}

/** The accounting postings of every file with real advertisements. */
export const readEveryAccountingPosting = () => readAccountingPostings([...accountingFiles, ...otherFiles]);

/** Every real accounting posting, and as many postings of other trades that have wording to change, drawn by seed 1. */
export async function readMixedPostings(others: number): Promise<TrainingPosting[]> {
  const accounting = await readEveryAccountingPosting();
  const known = new Set(accounting.map(({ text }) => text));
  const options = {
    detector: createDetector(),
    statements: [],
    readRequirements: () => ({ skills: [], optionalSkills: [], licences: [] }),
  };
  const flagged = (await readAll([...accountingFiles, ...otherFiles])).filter(
    ({ id, text }) => !known.has(text) && createTask(id, text, options).space.slots.length > 0,
  );
  return [...accounting, ...createRandom(1).shuffle(flagged).slice(0, others)];
}

/**
 * Options of `evaluate` for real postings and real biographies, with the sample company's statements as those that may be
 * inserted. What it writes stands in `folder`, which the caller removes.
 */
export function accountantOptions(folder: string, postings: readonly TrainingPosting[]): string[] {
  return [
    ...['--postings', writeLines(folder, 'postings.jsonl', postings)],
    ...['--statements', writeLines(folder, 'statements.jsonl', statements)],
    ...['--candidates', biographies, '--attribute', 'gender'],
  ];
}

async function readAll(files: readonly string[]): Promise<TrainingPosting[]> {
  return (await Promise.all(files.map((file) => readTrainingPostings(file)))).flatMap(
    ({ postings }) => postings,
  );
}
