import { createRandom } from '../../shared/random.ts';
import { evaluate, type Method } from '../../training/evaluation/evaluate.ts';
import { decidePromotion } from '../../training/promotion.ts';
import { amortised } from '../../training/span-policy/amortised.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import { trainPolicies } from '../../training/train-policy.ts';
import { createToyWorld, type ToyWorld } from '../learning/toy-world.ts';
import type { Row } from './detection-row.ts';

const controls = ['labels', 'texts'] as const;

/**
 * The whole pipeline where no edit has anything to do with the groups: fold, train, search, measure, decide. How often is a
 * change called significant at .05, and how often is a policy promoted? Once with permuted labels, once with permuted words
 * of the edits.
 */
export async function calibrationRows(runs: number, say: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  for (const permuted of controls) {
    const counts = { amortised: 0, search: 0, promoted: 0 };
    for (let seed = 1; seed <= runs; seed += 1) {
      // Fewer people would leave no posting measurable, and nothing could be called significant.
      const world = createToyWorld({ seed, candidates: 2800, postings: 24, permuted });
      const { methods, promoted } = await runPipeline(world, seed);
      const significant = (name: string) => methods.some((row) => row.method === name && row.p <= 0.05);
      if (significant('amortised')) counts.amortised += 1;
      if (significant('greedy-24')) counts.search += 1;
      if (promoted) counts.promoted += 1;
      if (seed % 10 === 0) say(`permuted ${permuted}: ${seed} of ${runs} runs, ${JSON.stringify(counts)}`);
    }
    const [low, high] = [Math.floor((3 / 200) * runs), Math.ceil((19 / 200) * runs)];
    const most = Math.ceil((11 / 200) * runs);
    const rejected = (method: string, value: number): Row => ({
      name: `permuted ${permuted}: ${method} significant`,
      value,
      unit: 'runs',
      goal: `${low} to ${high} of ${runs}`,
      met: value >= low && value <= high,
    });
    rows.push(rejected('amortised', counts.amortised), rejected('search', counts.search), {
      name: `permuted ${permuted}: promoted`,
      value: counts.promoted,
      unit: 'runs',
      goal: `<= ${most} of ${runs}`,
      met: counts.promoted <= most,
    });
  }
  return rows;
}

async function runPipeline(world: ToyWorld, seed: number) {
  const methods: Method[] = [
    greedy({ budget: 24 }),
    {
      name: 'amortised',
      train: async (ground) =>
        amortised((await trainPolicies(ground, { logged: 8, refine: { epochs: 6, group: 4 } })).refined),
    },
  ];
  const evaluation = await evaluate(
    {
      ...world,
      second: world.recommender,
      attributes: [world.attribute],
      postings: world.postings.map((task) => ({ task })),
      salt: `calibration ${seed}`,
      seed,
      random: createRandom(seed),
      synthetic: true,
      permutations: 199,
      resamples: 100,
    },
    methods,
  );
  return { methods: evaluation.methods, promoted: decidePromotion(evaluation, 'amortised', 1).promoted };
}
