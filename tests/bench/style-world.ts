import { existsSync } from 'node:fs';
import { createRandom, type Random } from '../../shared/random.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import { createLexicalRecommender } from '../../sidecar/recommender/lexical.ts';
import { readCandidates } from '../../sidecar/training-jobs/read-candidates.ts';
import {
  readTrainingPostings,
  type TrainingPosting,
} from '../../sidecar/training-jobs/read-training-postings.ts';
import type {
  AttributeColumn,
  CandidatePool,
  Recommender,
  RequirementReader,
} from '../../training/recommender.ts';
import { plantStyle } from './planted-style.ts';
import { poolProfessions } from './pooled-professions.ts';

const resumes = '../shared/data/candidates/resumes_dev.jsonl';
const postingFiles = [
  '../shared/data/postings/monster_sample_1000.csv',
  '../shared/data/postings/glassdoor_data_science_956.csv',
  '../shared/data/postings/linkedin_software_jobs_641.csv',
];

/** Real resumes and real postings, and the attribute that a seed plants in the style of the resumes. */
export interface StyleWorld {
  readonly recommender: Recommender;
  readonly second: Recommender;
  readonly pool: CandidatePool;
  readonly readRequirements: RequirementReader;
  /** Drawn from all files together. */
  readonly postings: readonly TrainingPosting[];
  plant(random: Random): AttributeColumn;
}

/** Opens the world on some postings, or says why it cannot. */
export async function openStyleWorld(wanted: number): Promise<StyleWorld | string> {
  if (![resumes, ...postingFiles].every((file) => existsSync(file))) return '../shared/data is not there';
  const { candidates, attributes } = await readCandidates(resumes, ['category']);
  const [category] = attributes;
  if (category === undefined) return `${resumes} has no category`;
  const occupations = [...category.codes].map((code) => category.groups[code] ?? '');
  const { recommender, pool: own } = await createRecommender({ candidates, seed: 1 });
  const second = createLexicalRecommender(
    candidates.map(({ text, occupation }) => fieldsOf(text, occupation)),
  );
  const all = (await Promise.all(postingFiles.map((file) => readTrainingPostings(file)))).flatMap(
    ({ postings }) => postings,
  );
  const texts = candidates.map(({ text }) => text);
  return {
    recommender,
    second,
    ...poolProfessions(own, createRequirementReader(loadTaxonomy())),
    postings: createRandom(1).shuffle(all).slice(0, wanted),
    plant: (random) => plantStyle(texts, occupations, random),
  };
}
