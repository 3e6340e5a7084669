import type { Random } from '../../shared/random.ts';
import { rewardAnswers } from './refine.ts';
import type { RewardedTask, Sampler } from './rollouts.ts';
import type { ModelTrainingRecord } from './training-record.ts';

/** Reward of one answer to each task, always under the same seed, so that base and tuned model are compared task by task. */
export async function measureRewards(
  sampler: Sampler,
  tasks: readonly RewardedTask[],
  seed: number,
  signal: AbortSignal,
): Promise<number[]> {
  const answers = await sampler.sample(
    tasks.map((task) => task.prompt),
    1,
    seed,
    signal,
  );
  const rewarded = await rewardAnswers(tasks, answers, signal);
  return rewarded.map(({ rewards }) => rewards[0] ?? 0);
}

/** Percentile bootstrap over tasks of the mean paired difference, 95 %. */
function pairedInterval(differences: readonly number[], random: Random): { lower: number; upper: number } {
  const draws = Array.from({ length: 2000 }, () =>
    mean(differences.map(() => differences[random.integer(differences.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return { lower: draws[49] ?? 0, upper: draws[1949] ?? 0 };
}

export interface RewardsToJudge {
  /** Rewards of the base and of the tuned model, task by task. */
  readonly base: readonly number[];
  readonly tuned: readonly number[];
  readonly tasks: readonly RewardedTask[];
  readonly random: Random;
  readonly signal: AbortSignal;
}

/** The tuned model beside its base and beside the policy engine, paired over the same tasks. */
export async function judgeRewards(
  judged: RewardsToJudge,
): Promise<Pick<ModelTrainingRecord, 'report' | 'policy'>> {
  const { base, tuned, random } = judged;
  const shown = await demonstratedRewards(judged.tasks, judged.signal);
  return {
    report: { base: mean(base), tuned: mean(tuned), ...compare(tuned, base, random.fork('interval')) },
    policy: { mean: mean(shown), ...compare(tuned, shown, random.fork('policy')) },
  };
}

/** What the demonstrations, the policy engine's rewrites, are worth on the same tasks; 0 where there is none. */
async function demonstratedRewards(tasks: readonly RewardedTask[], signal: AbortSignal): Promise<number[]> {
  const rewards: number[] = [];
  for (const task of tasks)
    rewards.push(task.demonstration === undefined ? 0 : await task.reward(task.demonstration, signal));
  return rewards;
}

function compare(ours: readonly number[], theirs: readonly number[], random: Random) {
  const differences = ours.map((reward, index) => reward - (theirs[index] ?? 0));
  return { difference: mean(differences), interval: pairedInterval(differences, random) };
}

/** Zero of nothing. */
export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
