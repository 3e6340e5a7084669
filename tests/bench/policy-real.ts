import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom } from '../../shared/random.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { type Fields, fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import { createLexicalRecommender } from '../../sidecar/recommender/lexical.ts';
import { statements } from '../../sidecar/sample-company/statements.ts';
import { baselines, learnedMethods } from '../../sidecar/training-jobs/methods.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { readCandidates } from '../../sidecar/training-jobs/read-candidates.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { Recommender } from '../../training/recommender.ts';
import { biographies, hasAccountants, readAccountingPostings } from '../paper/accountants.ts';
import type { Row } from './detection-row.ts';

export interface RealOptions {
  readonly seeds: readonly number[];
  readonly say: (line: string) => void;
  /** Makes the recommender that the same edits are read on a second time; word overlap when absent. */
  readonly second?: (fields: readonly Fields[]) => Promise<Recommender>;
}

/** Real accountants' biographies x real accounting postings, or the reason why not. */
export async function realRows(options: RealOptions): Promise<Row[] | string> {
  const { seeds, say } = options;
  if (!hasAccountants) return '../shared/data is not there';
  const taxonomy = loadTaxonomy();
  const readRequirements = createRequirementReader(taxonomy);
  const detector = createDetector();
  const postings = (await readAccountingPostings()).map(({ id, text, employer }) => ({
    employer,
    task: createTask(id, text, { detector, statements, readRequirements }),
  }));
  const read = await readCandidates(biographies, ['gender']);
  const { recommender, pool } = await createRecommender({ candidates: read.candidates, seed: 1 });
  const fields = read.candidates.map(({ text, occupation }) => fieldsOf(text, occupation));
  const second = (await options.second?.(fields)) ?? createLexicalRecommender(fields);
  const rows: Row[] = [];
  for (const seed of seeds) {
    const { methods, power, agreement, folds } = await evaluate(
      {
        recommender,
        second,
        pool,
        attributes: read.attributes,
        postings,
        salt: `real ${seed}`,
        seed,
        random: createRandom(seed),
        synthetic: false,
        permutations: 999,
        resamples: 300,
        onProgress: (done, total, message) => say(`real, seed ${seed}: ${done} of ${total}, ${message}`),
      },
      [...baselines, ...learnedMethods().methods],
    );
    const strength = power[0]?.power ?? 0;
    for (const row of methods) {
      const elsewhere = agreement.find(({ method }) => method === row.method)?.excessGap;
      const { before, after, m0 } = row.diversityMatchRate;
      const interval = row.excessGap.interval;
      rows.push({
        name: `real accountants, salt ${seed}: ${row.method}`,
        value: row.excessGap.relativeChange ?? 0,
        unit: 'of excess gap',
        ...(interval === null ? {} : { spread: [interval.lower, interval.upper] }),
        goal: strength < 0.5 ? 'not enough data' : '<= -0.4 at p < .05',
        met: strength < 0.5 || ((row.excessGap.relativeChange ?? 0) <= -0.4 && row.p < 0.05),
        note: `E ${row.excessGap.before.toFixed(3)} to ${row.excessGap.after.toFixed(3)}, p ${row.p.toFixed(3)}, power ${strength.toFixed(2)}, ${row.postings} of ${folds.postings.unseen} postings, edits ${row.edits.toFixed(1)}, M ${before.toFixed(2)} to ${after.toFixed(2)} (M0 ${m0.toFixed(2)}), ${second.name} ${elsewhere?.before.toFixed(3)} to ${elsewhere?.after.toFixed(3)}`,
      });
    }
  }
  return rows;
}
