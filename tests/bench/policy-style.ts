import { existsSync } from 'node:fs';
import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom } from '../../shared/random.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import { createLexicalRecommender } from '../../sidecar/recommender/lexical.ts';
import { statements } from '../../sidecar/sample-company/statements.ts';
import { baselines, learnedMethods } from '../../sidecar/training-jobs/methods.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { readCandidates } from '../../sidecar/training-jobs/read-candidates.ts';
import { readTrainingPostings } from '../../sidecar/training-jobs/read-training-postings.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { Row } from './detection-row.ts';
import { plantStyle } from './planted-style.ts';
import { poolProfessions } from './pooled-professions.ts';

const resumes = '../shared/data/candidates/resumes_dev.jsonl';
const postingFiles = [
  '../shared/data/postings/monster_sample_1000.csv',
  '../shared/data/postings/glassdoor_data_science_956.csv',
  '../shared/data/postings/linkedin_software_jobs_641.csv',
];

export interface StyleOptions {
  readonly seeds: readonly number[];
  readonly postings: number;
  readonly say: (line: string) => void;
}

/** Real resumes with a planted attribute x real postings: wording matters, the truth is known. Or the reason why not. */
export async function styleRows({ seeds, postings: wanted, say }: StyleOptions): Promise<Row[] | string> {
  if (![resumes, ...postingFiles].every((file) => existsSync(file))) return '../shared/data is not there';
  const { candidates, attributes } = await readCandidates(resumes, ['category']);
  const [category] = attributes;
  if (category === undefined) return `${resumes} has no category`;
  const occupations = [...category.codes].map((code) => category.groups[code] ?? '');
  const { recommender, pool: own } = await createRecommender({ candidates, seed: 1 });
  const { pool, readRequirements } = poolProfessions(own, createRequirementReader(loadTaxonomy()));
  const second = createLexicalRecommender(
    candidates.map(({ text, occupation }) => fieldsOf(text, occupation)),
  );
  const detector = createDetector();
  const all = (await Promise.all(postingFiles.map((file) => readTrainingPostings(file)))).flatMap(
    ({ postings }) => postings,
  );
  const tasks = createRandom(1)
    .shuffle(all)
    .slice(0, wanted)
    .map(({ id, text, employer }) => ({
      employer,
      task: createTask(id, text, { detector, statements, readRequirements }),
    }));

  const rows: Row[] = [];
  for (const seed of seeds) {
    const random = createRandom(seed);
    const { methods, power, folds } = await evaluate(
      {
        recommender,
        second,
        pool,
        attributes: [
          plantStyle(
            candidates.map(({ text }) => text),
            occupations,
            random.fork('style'),
          ),
        ],
        postings: tasks,
        salt: `style ${seed}`,
        seed,
        random,
        synthetic: true,
        permutations: 999,
        resamples: 300,
        onProgress: (done, total, message) => say(`style, seed ${seed}: ${done} of ${total}, ${message}`),
      },
      [...baselines, ...learnedMethods().methods],
    );
    const strength = power[0]?.power ?? 0;
    for (const row of methods) {
      const { excessGap, signedGap } = row;
      const removed = -(excessGap.relativeChange ?? 0);
      const { interval } = excessGap;
      rows.push({
        name: `style, seed ${seed}: excess gap removed, ${row.method}`,
        value: removed,
        unit: 'share',
        ...(interval === null ? {} : { spread: [-interval.upper, -interval.lower] }),
        ...(row.method === 'amortised' ? { goal: '>= 0.5', met: removed >= 0.5 } : {}),
        note: `E ${excessGap.before.toFixed(3)} to ${excessGap.after.toFixed(3)}, signed ${signedGap.before.toFixed(3)} to ${signedGap.after.toFixed(3)}, p ${row.p.toFixed(3)}, power ${strength.toFixed(2)}, ${row.postings} of ${folds.postings.unseen} postings, edits ${row.edits.toFixed(1)}`,
      });
    }
  }
  return rows;
}
