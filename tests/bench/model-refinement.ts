import { createRandom } from '../../shared/random.ts';
import { realPostings } from '../../training/detector/real-postings.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { createChatPrompt } from '../../training/language-model/chat-prompt.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { createLearnerSampler } from '../../training/language-model/learner-sampler.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { type RefineMeasures, refineStep, rewardAnswers } from '../../training/language-model/refine.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';
import { type Row, withGoal } from './detection-row.ts';
import { toyTasks } from './model-toy-reward.ts';

const signal = new AbortController().signal;
const [heldOutTasks, tasksPerRound, answersPerTask] = [12, 4, 8];
/** The rate stays as it is: how many rounds a minute gives is not known before. */
const settings = optimiserSettingsSchema.parse({ learningRate: 5e-4, warmUp: 2, steps: 1e6 });

/** One round of the curve that is kept: rewards in [0, 1], the others in nats a token. */
export interface RefinementPoint extends RefineMeasures {
  readonly seed: number;
  readonly round: number;
  readonly minutes: number;
}

export interface RefinementOptions {
  readonly minutes: number;
  readonly seeds: readonly number[];
  readonly threads: number;
  readonly onRound: (point: RefinementPoint) => void;
}

/**
 * GRPO on a reward that can be checked, with free answers drawn in this process: how much of the distance from the base's mean
 * to its best of eight is closed on sentences that were not learned from.
 */
export async function refinementRows(modelPath: string, options: RefinementOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const seed of options.seeds) rows.push(await refinementRow(modelPath, seed, options));
  return rows;
}

async function refinementRow(
  modelPath: string,
  seed: number,
  { minutes, threads, onRound }: RefinementOptions,
): Promise<Row> {
  const random = createRandom(seed);
  const tasks = random.shuffle(toyTasks(realPostings(1000), readChat(modelPath)));
  const heldOut = tasks.slice(0, heldOutTasks);
  const learner = await openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v', 'attn_output', 'ffn_down'],
    rank: 8,
    alpha: 16,
    pass: { tokens: 512, predictions: 384 },
    threads,
    random: random.fork('adapters'),
  });
  try {
    const before = await drawRewards(learner, heldOut, seed);
    const start = performance.now();
    let rounds = 0;
    for (; (performance.now() - start) / 60_000 < minutes; rounds += 1) {
      const chosen = random.shuffle(tasks.slice(heldOutTasks)).slice(0, tasksPerRound);
      const answers = await draw(learner, chosen, random.integer(2 ** 31));
      const measures = await refineStep(
        learner,
        await rewardAnswers(chosen, answers, signal),
        { refinement: 'group', klWeight: 0.02, tasksPerStep: 2, settings },
        signal,
      );
      onRound({ seed, round: rounds + 1, minutes: (performance.now() - start) / 60_000, ...measures });
    }
    const after = mean((await drawRewards(learner, heldOut, seed)).flat());
    const from = mean(before.flat());
    const best = mean(before.map((rewards) => Math.max(...rewards)));
    return withGoal(
      {
        name: `GRPO with free answers, ${minutes} min, seed ${seed}`,
        value: (100 * (after - from)) / (best - from),
        unit: '%',
        note: `of the distance from mean ${from.toFixed(3)} to best of ${answersPerTask} ${best.toFixed(3)}: now ${after.toFixed(3)} on ${heldOut.length} held-out sentences, ${rounds} rounds`,
      },
      { atLeast: 60 },
    );
  } finally {
    await learner.close();
  }
}

function draw(learner: Learner, tasks: readonly RewardedTask[], seed: number): Promise<string[][]> {
  const sampler = createLearnerSampler(learner, { temperature: 1, maxTokens: 48 });
  return sampler.sample(
    tasks.map(({ prompt }) => prompt),
    answersPerTask,
    seed,
    signal,
  );
}

/** Rewards of eight answers to each task, under the same seed before and after. */
async function drawRewards(
  learner: Learner,
  tasks: readonly RewardedTask[],
  seed: number,
): Promise<number[][]> {
  const rewarded = await rewardAnswers(tasks, await draw(learner, tasks, seed), signal);
  return rewarded.map(({ rewards }) => [...rewards]);
}

function readChat(modelPath: string) {
  const file = openModelFile(modelPath);
  try {
    return createChatPrompt(file.gguf.metadata);
  } finally {
    file.close();
  }
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
