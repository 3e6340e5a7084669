import { editOptions } from '../../shared/edits/edit-options.ts';
import { createRandom } from '../../shared/random.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import { createLexicalRecommender } from '../../sidecar/recommender/lexical.ts';
import { generateWorld } from '../../sidecar/sample-company/planted-bias.ts';
import { baselines, learnedMethods } from '../../sidecar/training-jobs/methods.ts';
import { encode } from '../../sidecar/training-jobs/read-candidates.ts';
import { createActionSpace } from '../../training/actions.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { MethodRow } from '../../training/evaluation/record.ts';
import { decidePromotion } from '../../training/promotion.ts';
import { rewardWeights } from '../../training/reward.ts';
import { planned } from '../../training/span-policy/planned.ts';
import { type Row, withGoal } from './detection-row.ts';
import { plantedOracle } from './planted-oracle.ts';

/** Size and seeds of the planted worlds; fixed before any learner was tuned on them. */
export interface PlantedOptions {
  readonly seeds: readonly number[];
  readonly candidates: number;
  readonly postings: number;
  readonly say: (line: string) => void;
}

/** Planted bias: the sample company's generator, report candidates x unseen postings, means over seeds with their range. */
export async function plantedRows(options: PlantedOptions): Promise<Row[]> {
  const runs: { methods: MethodRow[]; promoted: boolean; trainingSeconds: number }[] = [];
  for (const seed of options.seeds) {
    const run = await plantedRun(seed, options);
    runs.push(run);
    for (const line of describeRun(seed, run.methods)) options.say(line);
  }
  const of = (method: string, read: (row: MethodRow) => number) =>
    runs.flatMap(({ methods }) => methods.filter((row) => row.method === method).map(read));
  const gain = (row: MethodRow) => row.excessGap.before - row.excessGap.after;
  const names = [...new Set(runs.flatMap(({ methods }) => methods.map(({ method }) => method)))];
  const excessRemoved = (row: MethodRow) => -(row.excessGap.relativeChange ?? 0);
  const signedRemoved = (row: MethodRow) => 1 - row.signedGap.after / row.signedGap.before;
  const difference = runs.map(({ methods }) => {
    const gainOf = (name: string) =>
      methods.filter(({ method }) => method === name).map(gain)[0] ?? Number.NaN;
    return gainOf('guided-16') - gainOf('greedy-64');
  });
  return [
    summary(
      'planted: excess gap before',
      'share',
      of('keep', ({ excessGap }) => excessGap.before),
    ),
    summary(
      'planted: mean signed gap before',
      'share',
      of('keep', ({ signedGap }) => signedGap.before),
    ),
    ...names.flatMap((name) => {
      const excess = summary(`planted: excess gap removed, ${name}`, 'share', of(name, excessRemoved));
      const signed = summary(`planted: mean signed gap removed, ${name}`, 'share', of(name, signedRemoved));
      // The goals are the deployed policy's; picking the best row of each seed would flatter it.
      if (name !== 'amortised') return [excess, signed];
      return [withGoal(excess, { atLeast: 0.5 }), withGoal(signed, { atLeast: 0.7 })];
    }),
    withGoal(
      summary(
        "planted: amortised gain over greedy's",
        'share',
        of('amortised', gain).map((value, i) => value / (of('greedy-64', gain)[i] ?? Number.NaN)),
      ),
      { atLeast: 2 / 3 },
    ),
    withGoal(lowerBound('planted: guided-16 less greedy-64, 95 % lower bound', difference), {
      atLeast: -0.005,
    }),
    summary(
      'planted: relevance lower bound, amortised',
      'share',
      of('amortised', ({ relevance }) => relevance.interval?.lower ?? Number.NaN),
    ),
    summary(
      'planted: promoted',
      'share',
      runs.map(({ promoted }) => (promoted ? 1 : 0)),
    ),
    withGoal(
      summary(
        'planted: training',
        's',
        runs.map(({ trainingSeconds }) => trainingSeconds),
      ),
      { atMost: 60 },
    ),
  ];
}

async function plantedRun(seed: number, { candidates, postings, say }: PlantedOptions) {
  const world = generateWorld({ seed, candidates, postings });
  const ranked = world.candidates.map(({ externalId, ...record }) => ({ ...record, id: externalId }));
  const { recommender, pool } = await createRecommender({ candidates: ranked, seed });
  const readRequirements = createRequirementReader(loadTaxonomy());
  const learned = learnedMethods();
  const effects = async () => {
    const trained = learned.trained();
    if (trained === undefined) throw new Error('the learned rows come first: the plan needs their effects');
    return trained.refined.effects;
  };
  let trainingSeconds = 0;
  const timed = learned.methods.map((method) => {
    if (!('train' in method)) return method;
    return {
      name: method.name,
      train: async (ground: Parameters<typeof method.train>[0]) => {
        const start = performance.now();
        const policy = await method.train(ground);
        trainingSeconds += (performance.now() - start) / 1000;
        return policy;
      },
    };
  });
  const evaluation = await evaluate(
    {
      recommender,
      second: createLexicalRecommender(ranked.map(({ text, occupation }) => fieldsOf(text, occupation))),
      pool,
      attributes: [encode('gender', world.gender)],
      postings: world.postings.map(({ id, text, findings, employer }) => ({
        employer,
        task: {
          id,
          requirements: readRequirements(text),
          space: createActionSpace(text, editOptions(text, findings)),
        },
      })),
      salt: `planted ${seed}`,
      seed,
      random: createRandom(seed),
      synthetic: true,
      permutations: 999,
      resamples: 300,
      onProgress: (done, total, message) => say(`planted, seed ${seed}: ${done} of ${total}, ${message}`),
    },
    [
      ...baselines,
      plantedOracle(world.truth),
      ...timed,
      { name: 'planned, weights x 1/2', train: async () => planned(await effects(), scaled(0.5)) },
      { name: 'planned, weights x 2', train: async () => planned(await effects(), scaled(2)) },
    ],
  );
  const { promoted } = decidePromotion(evaluation, 'amortised', 1);
  return { methods: evaluation.methods, promoted, trainingSeconds };
}

function describeRun(seed: number, methods: readonly MethodRow[]): string[] {
  return methods.map(({ method, excessGap, signedGap, edits }) => {
    const [excess, signed] = [excessGap, signedGap].map(
      ({ before, after }) => `${before.toFixed(4)} to ${after.toFixed(4)}`,
    );
    return `planted, seed ${seed}: ${method}: excess gap ${excess}, signed ${signed}, ${edits.toFixed(1)} edits`;
  });
}

const scaled = (factor: number) => ({
  relevance: factor * rewardWeights.relevance,
  edit: factor * rewardWeights.edit,
});

/** Mean over seeds with lowest and highest seed. */
export function summary(name: string, unit: string, values: readonly number[]): Row {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    name,
    value: mean,
    unit,
    spread: [Math.min(...values), Math.max(...values)],
    note: `${values.length} seeds`,
  };
}

/** Student-t lower bound of the mean over seeds; the mean itself with one seed. */
function lowerBound(name: string, values: readonly number[]): Row {
  const quantiles = [Number.NaN, 6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833];
  const row = summary(name, 'share', values);
  const n = values.length;
  if (n < 2) return row;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - row.value) ** 2, 0) / (n - 1));
  return { ...row, value: row.value - ((quantiles[n - 1] ?? 1.645) * deviation) / Math.sqrt(n) };
}
