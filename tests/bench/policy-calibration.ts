import { createRandom } from '../../shared/random.ts';
import { evaluate, type Method } from '../../training/evaluation/evaluate.ts';
import { decidePromotion } from '../../training/promotion.ts';
import { amortised } from '../../training/span-policy/amortised.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import { trainPolicies } from '../../training/train-policy.ts';
import { createToyWorld } from '../learning/toy-world.ts';
import type { Row } from './detection-row.ts';

/**
 * The whole pipeline where the labels say nothing: fold, train, search, measure, decide. How often is a change called
 * significant at .05, and how often is a policy promoted?
 */
export async function calibrationRows(runs: number, say: (line: string) => void): Promise<Row[]> {
  let significant = 0;
  let searchSignificant = 0;
  let promoted = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    // Fewer people would leave no posting measurable, and nothing could be called significant.
    const world = createToyWorld({ seed, candidates: 2800, postings: 24, permuted: true });
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
    const row = (name: string) => evaluation.methods.find(({ method }) => method === name);
    if ((row('amortised')?.p ?? 1) <= 0.05) significant += 1;
    if ((row('greedy-24')?.p ?? 1) <= 0.05) searchSignificant += 1;
    if (decidePromotion(evaluation, 'amortised', 1).promoted) promoted += 1;
    if (seed % 10 === 0)
      say(`calibration: ${seed} of ${runs} runs, ${significant} significant, ${promoted} promoted`);
  }
  const [low, high] = [(3 / 200) * runs, (19 / 200) * runs];
  const within = (value: number) => value >= Math.floor(low) && value <= Math.ceil(high);
  const goal = `${Math.floor(low)} to ${Math.ceil(high)} of ${runs}`;
  return [
    {
      name: 'permuted labels: amortised significant',
      value: significant,
      unit: 'runs',
      goal,
      met: within(significant),
    },
    {
      name: 'permuted labels: search significant',
      value: searchSignificant,
      unit: 'runs',
      goal,
      met: within(searchSignificant),
    },
    {
      name: 'permuted labels: promoted',
      value: promoted,
      unit: 'runs',
      goal: `<= ${Math.ceil((11 / 200) * runs)} of ${runs}`,
      met: promoted <= Math.ceil((11 / 200) * runs),
    },
  ];
}
