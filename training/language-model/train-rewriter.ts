import { createRandom, type Random } from '../../shared/random.ts';
import type { RewriterCheckpoint } from './checkpoint.ts';
import type { Learner } from './learner.ts';
import { judgeRewards, mean, measureRewards } from './measure-rewards.ts';
import type { OptimiserSettings } from './optimiser.ts';
import { alignStep, type Refinement, refineStep, rewardAnswers } from './refine.ts';
import type { RewardedTask, Sampler } from './rollouts.ts';
import type { CurvePoint, ModelTrainingRecord } from './training-record.ts';

export interface RewriterTraining {
  readonly learner: Learner;
  /** Tasks of postings that nothing else shares: learned from, used to stop early, and reported on. */
  readonly tasks: {
    readonly train: readonly RewardedTask[];
    readonly select: readonly RewardedTask[];
    readonly report: readonly RewardedTask[];
  };
  /** Serves the model with the adapters as they are now, quantised as it will be deployed, and draws from it. */
  readonly serve: (adapters: ReadonlyMap<string, Float32Array>) => Promise<Sampler>;
  /** The same with the trained matrices in half precision: shows what quantising loses, where there is any. */
  readonly serveFloat?: () => Promise<Sampler>;
  readonly rounds: number;
  /** The first rounds imitate demonstrations, and the best of several answers where there is none; the others refine. */
  readonly alignRounds: number;
  /** Tasks of a refining round. Imitation need not wait for answers, so a round of it takes four times as many. */
  readonly tasksPerRound: number;
  /** Tasks of one optimiser step. */
  readonly tasksPerStep: number;
  readonly answersPerTask: number;
  /** Only answers with at least this reward are imitated. */
  readonly leastReward: number;
  readonly refinement: Refinement;
  readonly klWeight: number;
  readonly settings: Omit<OptimiserSettings, 'steps'>;
  /** Rounds without a better select reward after which training stops. */
  readonly patience: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** State after an earlier round to go on from; on one thread the end is then bit-identical. */
  readonly resumed?: RewriterCheckpoint;
  /** No more rounds: what is best so far is judged. */
  readonly finish?: boolean;
  /** Awaited before every round, so that a run can wait for better times. */
  readonly beforeRound?: (signal: AbortSignal) => Promise<void>;
  /** Called once the base is measured, before the first round: measuring may take as long as several rounds. */
  readonly onBase?: (checkpoint: RewriterCheckpoint) => void;
  /** Called after every round; what it is given stays true only until the next. */
  readonly onRound?: (point: CurvePoint, checkpoint: RewriterCheckpoint) => void;
}

/**
 * Align, refine, select: learns on the train tasks, keeps the adapters of the round with the best select reward, and
 * measures base and tuned model on the report tasks. When it ends, the learner holds the kept adapters.
 * All rewards are of answers by the served (quantised) model, never of the float one.
 */
export async function trainRewriter(training: RewriterTraining): Promise<ModelTrainingRecord> {
  const { learner, tasks, seed, signal } = training;
  const random = createRandom(seed);
  const { resumed } = training;
  if (resumed) restore(learner, resumed);
  let sampler = await training.serve(learner.adapters);
  const base = resumed?.base ?? {
    select: await measureRewards(sampler, tasks.select, seed, signal),
    report: await measureRewards(sampler, tasks.report, seed, signal),
  };
  const curve: CurvePoint[] = [...(resumed?.curve ?? [])];
  let best = resumed?.best ?? { round: 0, reward: mean(base.select), adapters: copyOf(learner.adapters) };
  const checkpoint = (): RewriterCheckpoint => ({
    curve,
    adapters: learner.adapters,
    state: learner.state,
    best,
    base,
  });
  if (!resumed) training.onBase?.(checkpoint());
  const last = training.finish ? curve.length : training.rounds;
  for (let round = curve.length + 1; round <= last; round += 1) {
    signal.throwIfAborted();
    if (round - 1 - best.round >= training.patience) break;
    await training.beforeRound?.(signal);
    const step = await learnRound(training, sampler, round, random.fork(`round ${round}`));
    sampler = await training.serve(learner.adapters);
    const select = mean(await measureRewards(sampler, tasks.select, seed, signal));
    const point = { round, ...step, select };
    curve.push(point);
    if (select > best.reward) best = { round, reward: select, adapters: copyOf(learner.adapters) };
    training.onRound?.(point, checkpoint());
  }

  for (const [name, values] of best.adapters) learner.adapters.set(name, values);
  const tuned =
    best.round === 0
      ? base.report
      : await measureRewards(await training.serve(learner.adapters), tasks.report, seed, signal);
  const float = best.round === 0 ? undefined : await training.serveFloat?.();
  return {
    seed,
    ...(float ? { float: mean(await measureRewards(float, tasks.report, seed, signal)) } : {}),
    tasks: { train: tasks.train.length, select: tasks.select.length, report: tasks.report.length },
    curve,
    bestRound: best.round,
    select: { base: mean(base.select), tuned: best.reward },
    ...(await judgeRewards({ base: base.report, tuned, tasks: tasks.report, random, signal })),
  };
}

function restore(learner: Learner, { adapters, state }: RewriterCheckpoint): void {
  for (const [name, values] of adapters) learner.adapters.set(name, values);
  learner.state.step = state.step;
  for (const moment of ['first', 'second'] as const)
    for (const [name, values] of state[moment]) learner.state[moment].set(name, values);
}

async function learnRound(training: RewriterTraining, sampler: Sampler, round: number, random: Random) {
  const { learner, signal, tasksPerStep } = training;
  const settings = { ...training.settings, steps: countSteps(training) };
  const aligning = round <= training.alignRounds;
  const tasks = random.shuffle(training.tasks.train).slice(0, tasksOfRound(training, aligning));
  const seed = random.integer(2 ** 31);
  const answers = aligning
    ? await demonstratedOrDrawn(sampler, tasks, training.answersPerTask, seed, signal)
    : await sampler.sample(promptsOf(tasks), training.answersPerTask, seed, signal);
  const rewarded = await rewardAnswers(tasks, answers, signal);
  const meanReward = mean(rewarded.flatMap((group) => [...group.rewards]));
  const bestReward = mean(rewarded.map((group) => Math.max(...group.rewards)));
  if (aligning) {
    const options = { least: training.leastReward, tasksPerStep, settings };
    const loss = await alignStep(learner, rewarded, options, signal);
    return { phase: 'align' as const, meanReward, bestReward, ...(loss === undefined ? {} : { loss }) };
  }
  const { refinement, klWeight } = training;
  const { divergence, entropy, gradientNorm } = await refineStep(
    learner,
    rewarded,
    { refinement, klWeight, tasksPerStep, settings },
    signal,
  );
  return { phase: 'refine' as const, meanReward, bestReward, divergence, entropy, gradientNorm };
}

/** The demonstration of each task as its one answer; drawn answers where there is none. */
async function demonstratedOrDrawn(
  sampler: Sampler,
  tasks: readonly RewardedTask[],
  count: number,
  seed: number,
  signal: AbortSignal,
): Promise<string[][]> {
  const open = tasks.filter(({ demonstration }) => demonstration === undefined);
  const drawn = await sampler.sample(promptsOf(open), count, seed, signal);
  return tasks.map((task) =>
    task.demonstration === undefined ? (drawn[open.indexOf(task)] ?? []) : [task.demonstration],
  );
}

const promptsOf = (tasks: readonly RewardedTask[]) => tasks.map(({ prompt }) => prompt);

const tasksOfRound = ({ tasksPerRound }: RewriterTraining, aligning: boolean) =>
  aligning ? 4 * tasksPerRound : tasksPerRound;

/** Most optimiser steps of the whole run, over which the learning rate falls. */
function countSteps(training: RewriterTraining): number {
  const stepsOf = (aligning: boolean) =>
    Math.ceil(
      Math.min(training.tasks.train.length, tasksOfRound(training, aligning)) / training.tasksPerStep,
    );
  const align = Math.min(training.alignRounds, training.rounds);
  return align * stepsOf(true) + (training.rounds - align) * stepsOf(false);
}

const copyOf = (adapters: ReadonlyMap<string, Float32Array>) =>
  new Map([...adapters].map(([name, values]) => [name, values.slice()]));
