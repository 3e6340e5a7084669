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
import type { TrainingPosting } from '../../sidecar/training-jobs/read-training-postings.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { Evaluation } from '../../training/evaluation/record.ts';
import type { CandidatePool, Recommender, RequirementReader } from '../../training/recommender.ts';
import {
  biographies,
  hasAccountants,
  readEveryAccountingPosting,
  readMixedPostings,
} from '../paper/accountants.ts';
import { type Row, withGoal } from './detection-row.ts';
import { poolProfessions } from './pooled-professions.ts';

export interface RealOptions {
  /** Each draws the parts of candidates and postings anew. */
  readonly seeds: readonly number[];
  readonly say: (line: string) => void;
  /** A recommender that the default one's edits are read on, and the other way round; word overlap only reads when absent. */
  readonly encoder?: (fields: readonly Fields[]) => Promise<Recommender>;
}

interface World {
  readonly world: string;
  readonly texts: readonly TrainingPosting[];
  readonly pool: CandidatePool;
  readonly readRequirements: RequirementReader;
}

/** Postings of other trades with wording to change, beside the accounting ones, when professions are pooled. */
const otherPostings = 200;
/** Below this the table says that there is not enough data. */
const leastPower = 0.5;

/**
 * Real biographies x real postings, accountants alone and all professions pooled, or the reason why not: what every method
 * chooses on one recommender, read on report candidates x unseen postings and again on a recommender that it never saw.
 */
export async function realRows(options: RealOptions): Promise<Row[] | string> {
  if (!hasAccountants) return '../shared/data is not there';
  const detector = createDetector();
  const read = await readCandidates(biographies, ['gender']);
  const { recommender, pool: own } = await createRecommender({ candidates: read.candidates, seed: 1 });
  const fields = read.candidates.map(({ text, occupation }) => fieldsOf(text, occupation));
  const other = (await options.encoder?.(fields)) ?? createLexicalRecommender(fields);
  const directions = [
    { searched: recommender, second: other },
    ...(options.encoder ? [{ searched: other, second: recommender }] : []),
  ];
  const readRequirements = createRequirementReader(loadTaxonomy());
  const worlds: readonly World[] = [
    { world: 'accountants', texts: await readEveryAccountingPosting(), pool: own, readRequirements },
    {
      world: 'pooled',
      texts: await readMixedPostings(otherPostings),
      ...poolProfessions(own, readRequirements),
    },
  ];
  const rows: Row[] = [];
  for (const { world, texts, pool, readRequirements: readTask } of worlds) {
    const postings = texts.map(({ id, text, employer }) => ({
      employer,
      task: createTask(id, text, { detector, statements, readRequirements: readTask }),
    }));
    for (const { searched, second } of directions) {
      const name = `real ${world}, searched on ${searched.name}`;
      const evaluations: Evaluation[] = [];
      for (const seed of options.seeds)
        evaluations.push(
          await evaluate(
            {
              recommender: searched,
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
              onProgress: (done, total, method) =>
                options.say(`${name}, salt ${seed}: ${done} of ${total}, ${method}`),
            },
            [...baselines, ...learnedMethods().methods],
          ),
        );
      rows.push(...rowsOf(name, evaluations, second.name));
    }
  }
  return rows;
}

/** A method a row: means over the salts, with the range of what became of the excess gap. */
function rowsOf(name: string, evaluations: readonly Evaluation[], second: string): Row[] {
  const power = mean(evaluations.map((one) => one.power[0]?.power ?? 0));
  const methods = evaluations[0]?.methods.map(({ method }) => method) ?? [];
  return methods.map((method) => {
    const cells = evaluations.flatMap((one) => one.methods.filter((row) => row.method === method));
    const elsewhere = evaluations.flatMap((one) => one.agreement.filter((row) => row.method === method));
    const changes = cells.map(({ excessGap }) => excessGap.relativeChange ?? 0);
    const shares = cells.flatMap(({ diversityMatchRate }) => diversityMatchRate.reachableShareClosed ?? []);
    const told = (label: string, of: (cell: (typeof cells)[number]) => { before: number; after: number }) =>
      `${label} ${mean(cells.map((cell) => of(cell).before)).toFixed(3)} to ${mean(cells.map((cell) => of(cell).after)).toFixed(3)}`;
    const agreeing = elsewhere.filter(({ excessGap }, i) => {
      const cell = cells[i]?.excessGap;
      const here = (cell?.after ?? 0) - (cell?.before ?? 0);
      return Math.sign(excessGap.after - excessGap.before) === Math.sign(here);
    });
    const row: Row = {
      name: `${name}: ${method}`,
      value: mean(changes),
      unit: 'of excess gap',
      spread: [Math.min(...changes), Math.max(...changes)],
      note: [
        told('excess gap', (cell) => cell.excessGap),
        told('signed gap', (cell) => cell.signedGap),
        `${told('M', (cell) => cell.diversityMatchRate)} (M0 ${mean(cells.map((cell) => cell.diversityMatchRate.m0)).toFixed(3)})`,
        `reachable share closed ${shares.length === 0 ? 'not computed' : mean(shares).toFixed(2)}`,
        `p < .05 in ${cells.filter(({ p }) => p < 0.05).length} of ${cells.length}`,
        `power ${power.toFixed(2)}${power < leastPower ? ', not enough data' : ''}`,
        `${mean(cells.map(({ postings }) => postings)).toFixed(0)} unseen postings`,
        `edits ${mean(cells.map(({ edits }) => edits)).toFixed(1)}`,
        `same sign on ${second} in ${agreeing.length}`,
      ].join('; '),
    };
    return power < leastPower ? row : withGoal(row, { atMost: -0.4 });
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
