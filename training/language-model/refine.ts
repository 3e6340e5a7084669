import type { Learner } from './learner.ts';
import { changedTokens, type Demonstration, imitationWeights } from './losses/imitation.ts';
import {
  type AnswerScores,
  type Baseline,
  policyGradientWeights,
  type RolloutGroup,
} from './losses/policy-gradient.ts';
import { preferenceWeights, type RankedPair } from './losses/preference.ts';
import type { OptimiserSettings } from './optimiser.ts';
import type { RewardedTask } from './rollouts.ts';
import type { TokenScores } from './text-scorer.ts';

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
 * Align: imitation of the best answer to each task (reward-ranked fine-tuning; Dong et al. 2023, arXiv 2304.06767), some
 * tasks a step.
 * @returns the mean loss before each step; undefined when no task had an answer of at least `least`.
 */
export async function alignStep(
  learner: Learner,
  rewarded: readonly RewardedAnswers[],
  options: { readonly least: number; readonly tasksPerStep: number; readonly settings: OptimiserSettings },
  signal: AbortSignal,
): Promise<number | undefined> {
  const demonstrations = rewarded.flatMap(({ task, answers, rewards }): Demonstration[] => {
    const best = Math.max(0, ...rewards);
    const answer = answers[rewards.indexOf(best)];
    if (best < options.least || answer === undefined) return [];
    return [demonstrationOf(learner, task, answer)];
  });
  const losses: number[] = [];
  for (const batch of batchesOf(demonstrations, options.tasksPerStep))
    losses.push((await learner.step(imitationWeights(batch), options.settings, signal)).loss);
  return losses.length === 0 ? undefined : mean(losses);
}

/** An answer to imitate, with the tokens marked that a copy would not have. */
export function demonstrationOf(
  learner: Learner,
  task: Pick<RewardedTask, 'prompt' | 'unchanged'>,
  text: string,
): Demonstration {
  const answer = encodeAnswer(learner, text);
  const changed =
    task.unchanged === undefined ? [] : changedTokens(encodeAnswer(learner, task.unchanged), answer);
  return { prompt: encodePrompt(learner, task.prompt), answer, changed };
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

export interface RefineOptions {
  readonly refinement: Refinement;
  readonly klWeight: number;
  /** Tasks whose answers make one step; the model moves between the steps of a round, which the weights make up for. */
  readonly tasksPerStep: number;
  readonly settings: OptimiserSettings;
}

/**
 * Refine: steps on answers that the model gave before the first of them, by policy gradient or by direct preference
 * optimisation.
 * @returns what was measured on those answers before the first step.
 */
export async function refineStep(
  learner: Learner,
  rewarded: readonly RewardedAnswers[],
  options: RefineOptions,
  signal: AbortSignal,
): Promise<RefineMeasures> {
  const groups: RolloutGroup[] = rewarded.map(({ task, answers, rewards }) => ({
    prompt: encodePrompt(learner, task.prompt),
    answers: answers.map((answer) => encodeAnswer(learner, answer)),
    rewards,
  }));
  const drawn = await scoreAnswers(learner, groups, { signal });
  const base = await scoreAnswers(learner, groups, { base: true, signal });
  const logRatios = drawn.flatMap((group, g) =>
    group.flatMap(({ logProbabilities }, a) => [
      ...logProbabilities.map((value, t) => value - (base[g]?.[a]?.logProbabilities[t] ?? 0)),
    ]),
  );
  const gradientNorms: number[] = [];
  for (const batch of batchesOf([...groups.keys()], options.tasksPerStep)) {
    const chosen = batch.flatMap((g) => groups[g] ?? []);
    const first = gradientNorms.length === 0;
    const current = first ? batch.map((g) => drawn[g]) : await scoreAnswers(learner, chosen, { signal });
    const scores = batch.map((g, i) =>
      (current[i] ?? []).map(
        ({ logProbabilities }, a): AnswerScores => ({
          current: logProbabilities,
          base: base[g]?.[a]?.logProbabilities ?? new Float32Array(),
          drawn: drawn[g]?.[a]?.logProbabilities ?? new Float32Array(),
        }),
      ),
    );
    const { refinement, klWeight, settings } = options;
    const weighted =
      refinement === 'ranked-pairs'
        ? rankedPairWeights(chosen, scores)
        : policyGradientWeights(chosen, scores, { baseline: refinement, klWeight });
    gradientNorms.push((await learner.step(weighted, settings, signal)).gradientNorm);
  }
  return {
    meanReward: mean(groups.flatMap((group) => [...group.rewards])),
    divergence: mean(logRatios),
    entropy: mean(drawn.flatMap((group) => group.flatMap(({ entropy }) => [...entropy]))),
    gradientNorm: mean(gradientNorms),
  };
}

/** Scores of every answer, group by group. */
async function scoreAnswers(
  learner: Learner,
  groups: readonly RolloutGroup[],
  options: { base?: boolean; signal: AbortSignal },
): Promise<TokenScores[][]> {
  const scores = await learner.score(
    groups.flatMap(({ prompt, answers }) =>
      answers.map((answer) => ({ tokens: [...prompt, ...answer], from: prompt.length })),
    ),
    options,
  );
  let end = 0;
  return groups.map(({ answers }) => {
    end += answers.length;
    return scores.slice(end - answers.length, end);
  });
}

/** In order, the last one perhaps smaller. */
function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/** The best against the worst answer of each group, where they differ. */
function rankedPairWeights(groups: readonly RolloutGroup[], scores: readonly (readonly AnswerScores[])[]) {
  const pairs: RankedPair[] = [];
  const ratios: { better: number; worse: number }[] = [];
  for (const [g, { prompt, answers, rewards }] of groups.entries()) {
    const [most, least] = [Math.max(...rewards), Math.min(...rewards)];
    if (!(most - least >= leastDifference)) continue;
    const [b, w] = [rewards.indexOf(most), rewards.indexOf(least)];
    const [better, worse] = [answers[b], answers[w]];
    if (better === undefined || worse === undefined) continue;
    const ratio = (answer: number) => sum(scores[g]?.[answer]?.current) - sum(scores[g]?.[answer]?.base);
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

const sum = (values: Float32Array = new Float32Array()) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
