import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom } from '../../shared/random.ts';
import { statements } from '../../sidecar/sample-company/statements.ts';
import { baselines, learnedMethods } from '../../sidecar/training-jobs/methods.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { MethodRow } from '../../training/evaluation/record.ts';
import type { Row } from './detection-row.ts';
import { openStyleWorld } from './style-world.ts';

export interface StyleOptions {
  readonly seeds: readonly number[];
  readonly postings: number;
  readonly say: (line: string) => void;
}

/** Real resumes with a planted attribute x real postings: wording matters, the truth is known. Or the reason why not. */
export async function styleRows({ seeds, postings: wanted, say }: StyleOptions): Promise<Row[] | string> {
  const world = await openStyleWorld(wanted);
  if (typeof world === 'string') return world;
  const { recommender, second, pool, readRequirements } = world;
  const detector = createDetector();
  const tasks = world.postings.map(({ id, text, employer }) => ({
    employer,
    task: createTask(id, text, { detector, statements, readRequirements }),
  }));
  const flagged = tasks.flatMap(({ task }) =>
    task.space.slots.filter(({ category }) => category !== 'statement'),
  );
  const rows: Row[] = [
    {
      name: 'style: flagged wordings with a legal edit',
      value: flagged.length / tasks.length,
      unit: 'a posting',
    },
  ];

  for (const seed of seeds) {
    const random = createRandom(seed);
    const { methods, power, folds } = await evaluate(
      {
        recommender,
        second,
        pool,
        attributes: [world.plant(random.fork('style'))],
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
      const removed = -(row.excessGap.relativeChange ?? 0);
      const goal = row.method === 'amortised' ? { goal: '>= 0.5', met: removed >= 0.5 } : {};
      const note = `power ${strength.toFixed(2)}, ${row.postings} of ${folds.postings.unseen} postings`;
      rows.push({ ...removedRow(`style, seed ${seed}`, row, note), ...goal });
    }
  }
  return rows;
}

/** What a method did to the excess gap, with the figures that it is made of. */
export function removedRow(
  world: string,
  { method, excessGap, signedGap, p, edits }: MethodRow,
  note: string,
): Row {
  const { interval } = excessGap;
  return {
    name: `${world}: excess gap removed, ${method}`,
    value: -(excessGap.relativeChange ?? 0),
    unit: 'share',
    ...(interval === null ? {} : { spread: [-interval.upper, -interval.lower] }),
    note: `E ${excessGap.before.toFixed(3)} to ${excessGap.after.toFixed(3)}, signed ${signedGap.before.toFixed(3)} to ${signedGap.after.toFixed(3)}, p ${p.toFixed(3)}, ${note}, edits ${edits.toFixed(1)}`,
  };
}
