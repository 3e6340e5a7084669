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
  readonly rounds: number;
  /** The first rounds imitate the best of several answers; the others refine. */
  readonly alignRounds: number;
  readonly tasksPerRound: number;
  readonly answersPerTask: number;
  /** Only answers with at least this reward are imitated. */
  readonly leastReward: number;
  readonly refinement: Refinement;
  readonly klWeight: number;
  readonly settings: OptimiserSettings;
  /** Rounds without a better select reward after which training stops. */
  readonly patience: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** State after an earlier round to go on from; on one thread the end is then bit-identical. */
  readonly resumed?: RewriterCheckpoint;
  /** Awaited before every round, so that a run can wait for better times. */
  readonly beforeRound?: (signal: AbortSignal) => Promise<void>;
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
  for (let round = curve.length + 1; round <= training.rounds; round += 1) {
    signal.throwIfAborted();
    if (round - 1 - best.round >= training.patience) break;
    await training.beforeRound?.(signal);
    const step = await learnRound(training, sampler, round, random.fork(`round ${round}`));
    sampler = await training.serve(learner.adapters);
    const select = mean(await measureRewards(sampler, tasks.select, seed, signal));
    const point = { round, ...step, select };
    curve.push(point);
    if (select > best.reward) best = { round, reward: select, adapters: copyOf(learner.adapters) };
    training.onRound?.(point, { curve, adapters: learner.adapters, state: learner.state, best, base });
  }

  for (const [name, values] of best.adapters) learner.adapters.set(name, values);
  const tuned =
    best.round === 0
      ? base.report
      : await measureRewards(await training.serve(learner.adapters), tasks.report, seed, signal);
  return {
    seed,
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
  const { learner, signal } = training;
  const tasks = random.shuffle(training.tasks.train).slice(0, training.tasksPerRound);
  const prompts = tasks.map((task) => task.prompt);
  const answers = await sampler.sample(prompts, training.answersPerTask, random.integer(2 ** 31), signal);
  const rewarded = await rewardAnswers(tasks, answers, signal);
  const meanReward = mean(rewarded.flatMap((group) => [...group.rewards]));
  const bestReward = mean(rewarded.map((group) => Math.max(...group.rewards)));
  if (round <= training.alignRounds) {
    const loss = await alignStep(learner, rewarded, training.leastReward, training.settings, signal);
    return { phase: 'align' as const, meanReward, bestReward, ...(loss === undefined ? {} : { loss }) };
  }
  const { refinement, klWeight, settings } = training;
  const { divergence, entropy, gradientNorm } = await refineStep(
    learner,
    rewarded,
    { refinement, klWeight, settings },
    signal,
  );
  return { phase: 'refine' as const, meanReward, bestReward, divergence, entropy, gradientNorm };
}

const copyOf = (adapters: ReadonlyMap<string, Float32Array>) =>
  new Map([...adapters].map(([name, values]) => [name, values.slice()]));
