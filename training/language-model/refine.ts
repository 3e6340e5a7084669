import type { Learner } from './learner.ts';
import { type Demonstration, imitationWeights } from './losses/imitation.ts';
import { type Baseline, policyGradientWeights, type RolloutGroup } from './losses/policy-gradient.ts';
import type { OptimiserSettings } from './optimiser.ts';
import type { RewardedTask } from './rollouts.ts';

/** Answers to tasks with their rewards. */
export interface RewardedAnswers {
  readonly task: RewardedTask;
  readonly answers: readonly string[];
  readonly rewards: readonly number[];
}

/** Rewards every answer, in order. */
export async function rewardAnswers(
  tasks: readonly RewardedTask[],
  answers: readonly (readonly string[])[],
  signal: AbortSignal,
): Promise<RewardedAnswers[]> {
  const rewarded: RewardedAnswers[] = [];
  for (const [index, task] of tasks.entries()) {
    const given = answers[index] ?? [];
    const rewards: number[] = [];
    for (const answer of given) rewards.push(await task.reward(answer, signal));
    rewarded.push({ task, answers: given, rewards });
  }
  return rewarded;
}

/**
 * Align: imitation of the best answer to each task, sampled or demonstrated (reward-ranked fine-tuning; Dong et al.
 * 2023, arXiv 2304.06767).
 * @returns the loss before the step; undefined when no task had an answer of at least `least`.
 */
export async function alignStep(
  learner: Learner,
  rewarded: readonly RewardedAnswers[],
  least: number,
  settings: OptimiserSettings,
  signal: AbortSignal,
): Promise<number | undefined> {
  const demonstrations: Demonstration[] = [];
  for (const { task, answers, rewards } of rewarded) {
    const best = Math.max(0, ...rewards);
    const shown = task.demonstration === undefined ? 0 : await task.reward(task.demonstration, signal);
    const answer = shown > best ? task.demonstration : answers[rewards.indexOf(best)];
    if (Math.max(best, shown) >= least && answer !== undefined)
      demonstrations.push({
        prompt: encodePrompt(learner, task.prompt),
        answer: encodeAnswer(learner, answer),
      });
  }
  if (demonstrations.length === 0) return undefined;
  return (await learner.step(imitationWeights(demonstrations), settings, signal)).loss;
}

export interface RefineMeasures {
  readonly meanReward: number;
  /** Mean log-ratio to the base over answer tokens, an estimate of the divergence from it in nats. */
  readonly divergence: number;
  /** Mean entropy of the answer tokens' distributions in nats. */
  readonly entropy: number;
  readonly gradientNorm: number;
}

/**
 * Refine: one policy-gradient step on answers that the current model gave.
 * @returns what was measured on those answers before the step.
 */
export async function refineStep(
  learner: Learner,
  rewarded: readonly RewardedAnswers[],
  options: { baseline: Baseline; klWeight: number; settings: OptimiserSettings },
  signal: AbortSignal,
): Promise<RefineMeasures> {
  const groups: RolloutGroup[] = rewarded.map(({ task, answers, rewards }) => ({
    prompt: encodePrompt(learner, task.prompt),
    answers: answers.map((answer) => encodeAnswer(learner, answer)),
    rewards,
  }));
  const texts = groups.flatMap((group) => group.answers.map((answer) => [...group.prompt, ...answer]));
  const current = await learner.score(texts, { signal });
  const base = await learner.score(texts, { base: true, signal });
  let next = 0;
  const logRatios = groups.map((group) =>
    group.answers.map((answer) => {
      const [now, then] = [current[next]?.logProbabilities, base[next]?.logProbabilities];
      next += 1;
      const from = (now?.length ?? 0) - answer.length;
      return Float32Array.from(answer, (_, t) => (now?.[from + t] ?? 0) - (then?.[from + t] ?? 0));
    }),
  );
  const entropies = groups
    .flatMap((group) => group.answers)
    .map((answer, i) => current[i]?.entropy.slice(-answer.length) ?? new Float32Array());
  const { gradientNorm } = await learner.step(
    policyGradientWeights(groups, logRatios, options),
    options.settings,
    signal,
  );
  return {
    meanReward: mean(groups.flatMap((group) => [...group.rewards])),
    divergence: mean(logRatios.flat().flatMap((ratios) => [...ratios])),
    entropy: mean(entropies.flatMap((values) => [...values])),
    gradientNorm,
  };
}

function encodePrompt(learner: Learner, prompt: string): number[] {
  const ids = learner.tokenizer.encode(prompt);
  return learner.tokenizer.beginning === undefined ? ids : [learner.tokenizer.beginning, ...ids];
}

/** An answer ends with the model's own end, which it must learn to say as well. */
function encodeAnswer(learner: Learner, answer: string): number[] {
  const [end] = learner.tokenizer.ends;
  const ids = learner.tokenizer.encode(answer);
  return end === undefined ? ids : [...ids, end];
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
