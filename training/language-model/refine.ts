import type { Learner } from './learner.ts';
import { type Demonstration, imitationWeights } from './losses/imitation.ts';
import { type Baseline, policyGradientWeights, type RolloutGroup } from './losses/policy-gradient.ts';
import { preferenceWeights, type RankedPair } from './losses/preference.ts';
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

/** How answers of the current model become a step: a policy gradient with one of two baselines, or pairs ranked by reward. */
export type Refinement = Baseline | 'ranked-pairs';

/** Strength with which ranked pairs pull, and with which they hold to the base (DPO's beta). */
const preferenceBeta = 0.1;
/** Rewards that differ by less rank nothing. */
const leastDifference = 0.05;

/**
 * Refine: one step on answers that the current model gave, by policy gradient or by direct preference optimisation.
 * @returns what was measured on those answers before the step.
 */
export async function refineStep(
  learner: Learner,
  rewarded: readonly RewardedAnswers[],
  options: { refinement: Refinement; klWeight: number; settings: OptimiserSettings },
  signal: AbortSignal,
): Promise<RefineMeasures> {
  const groups: RolloutGroup[] = rewarded.map(({ task, answers, rewards }) => ({
    prompt: encodePrompt(learner, task.prompt),
    answers: answers.map((answer) => encodeAnswer(learner, answer)),
    rewards,
  }));
  const texts = groups.flatMap(({ prompt, answers }) =>
    answers.map((answer) => ({ tokens: [...prompt, ...answer], from: prompt.length })),
  );
  const current = await learner.score(texts, { signal });
  const base = await learner.score(texts, { base: true, signal });
  let next = 0;
  const logRatios = groups.map(({ answers }) =>
    answers.map(() => {
      const [now, then] = [current[next]?.logProbabilities, base[next]?.logProbabilities];
      next += 1;
      return now?.map((value, t) => value - (then?.[t] ?? 0)) ?? new Float32Array();
    }),
  );
  const { refinement, klWeight, settings } = options;
  const weighted =
    refinement === 'ranked-pairs'
      ? rankedPairWeights(groups, logRatios)
      : policyGradientWeights(groups, logRatios, { baseline: refinement, klWeight });
  const { gradientNorm } = await learner.step(weighted, settings, signal);
  return {
    meanReward: mean(groups.flatMap((group) => [...group.rewards])),
    divergence: mean(logRatios.flat().flatMap((ratios) => [...ratios])),
    entropy: mean(current.flatMap((scores) => [...scores.entropy])),
    gradientNorm,
  };
}

/** The best against the worst answer of each group, where they differ. */
function rankedPairWeights(groups: readonly RolloutGroup[], logRatios: readonly (readonly Float32Array[])[]) {
  const pairs: RankedPair[] = [];
  const ratios: { better: number; worse: number }[] = [];
  for (const [g, { prompt, answers, rewards }] of groups.entries()) {
    const [most, least] = [Math.max(...rewards), Math.min(...rewards)];
    if (!(most - least >= leastDifference)) continue;
    const [b, w] = [rewards.indexOf(most), rewards.indexOf(least)];
    const [better, worse] = [answers[b], answers[w]];
    if (better === undefined || worse === undefined) continue;
    const ratio = (answer: number) => logRatios[g]?.[answer]?.reduce((sum, value) => sum + value, 0) ?? 0;
    pairs.push({ prompt, better, worse });
    ratios.push({ better: ratio(b), worse: ratio(w) });
  }
  return preferenceWeights(pairs, ratios, preferenceBeta);
}

function encodePrompt(learner: Learner, prompt: string): number[] {
  const ids = learner.tokenizer.encode(prompt);
  return learner.tokenizer.beginning === undefined ? ids : [learner.tokenizer.beginning, ...ids];
}

/** An answer ends with the model's own end, which it must learn to say as well; one that was cut off for its length has none. */
function encodeAnswer(learner: Learner, answer: string): number[] {
  const [end] = learner.tokenizer.ends;
  const ids = learner.tokenizer.encode(answer);
  return (end === undefined ? ids : [...ids, end]).slice(0, learner.pass.predictions);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
