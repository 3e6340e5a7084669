import { z } from 'zod';
import type { Random } from '../../shared/random.ts';
import type { Episode } from '../environment.ts';
import { rewardWeights } from '../reward.ts';
import { Adam, adamStateSchema, NotFiniteError } from './adam.ts';
import { originalExcessGaps, resultWorth } from './result-worth.ts';
import {
  addFeatures,
  linearPreference,
  type PreparedTask,
  type Rollout,
  rollOut,
  type Step,
  softmax,
  type Weights,
} from './softmax-policy.ts';
import { createExcessTally } from './worst-excess.ts';

/** A posting to learn on: prepared for the policy, open on the optimise part and on the select part. */
export interface LearningTask {
  readonly prepared: PreparedTask;
  readonly optimise: Episode;
  /** Undefined where the select part is too small to measure this posting. */
  readonly select: Episode | undefined;
}

/** How the rewards of a group of rewrites of one posting become what each is worth. */
export type Advantages = (rewards: readonly number[]) => number[];

export interface RefineOptions {
  readonly epochs?: number;
  /** Rewrites drawn of each posting. */
  readonly group?: number;
  readonly rate?: number;
  /** Worth of one nat of entropy, in units of reward after scaling by 100. */
  readonly entropyBonus?: number;
  /** Price of one nat of divergence from the aligned policy, in the same units. */
  readonly divergencePrice?: number;
  /** Epochs without a better select part before training stops. */
  readonly patience?: number;
  /** Postings in one step of the optimiser. */
  readonly batch?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onEpoch?: (report: EpochReport, checkpoint: () => Checkpoint) => void;
}

export const epochReportSchema = z.object({
  epoch: z.int(),
  /** Mean reward of the drawn rewrites on the optimise part. */
  reward: z.number(),
  /** How good the policy's own choices are on the select part, see `scoreOnSelect`. */
  selectScore: z.number(),
  /**
   * Excess gap of the worst attribute: of the drawn rewrites on the optimise part, of the policy's own choices on the select
   * part; null where that part is not open. Absent in records of earlier versions.
   */
  excessGap: z.object({ optimise: z.number().nullable(), select: z.number().nullable() }).optional(),
  /** Mean entropy of a decision, in nats. */
  entropy: z.number(),
  /** Mean divergence of a decision from the aligned policy, in nats. */
  divergence: z.number(),
});
export type EpochReport = z.infer<typeof epochReportSchema>;

/** Everything that a continuation needs to go on as if nothing had happened. */
export const checkpointSchema = z.object({
  /** Epochs done. */
  epoch: z.int(),
  weights: z.array(z.number()),
  adam: adamStateSchema,
  best: z.object({ epoch: z.int(), selectScore: z.number(), weights: z.array(z.number()) }),
  reports: z.array(epochReportSchema),
});
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** Rewards are hundredths. */
const rewardScale = 100;

/**
 * Policy-gradient refinement shared by RLOO and GRPO: draw a group of rewrites of each posting, weigh the gradient of their
 * log-probability by the advantages, add an entropy bonus and the exact divergence KL(policy || aligned) of each decision, and
 * keep the weights of the epoch that was best on the select part. Randomness is drawn from a stream of the epoch's own, so a
 * continuation from a checkpoint is bit-identical.
 */
export async function refine(
  weights: Weights,
  tasks: readonly LearningTask[],
  advantages: Advantages,
  random: Random,
  options: RefineOptions = {},
  resumed?: Checkpoint,
): Promise<{ best: Checkpoint['best']; reports: EpochReport[] }> {
  const { epochs = 40, group = 8, rate = 0.05, patience = 4, batch = 16, signal, onEpoch } = options;
  const aligned = weights.values.slice();
  const gaps = originalExcessGaps(tasks.map(({ optimise }) => optimise.original));
  if (resumed) weights.values.set(resumed.weights);
  const adam = new Adam(weights.values.length, rate, resumed?.adam);
  const reports: EpochReport[] = [...(resumed?.reports ?? [])];
  let best = resumed?.best ?? {
    epoch: 0,
    selectScore: (await scoreOnSelect(weights, tasks, signal)).score,
    weights: [...weights.values],
  };

  for (let epoch = (resumed?.epoch ?? 0) + 1; epoch <= epochs && epoch - best.epoch <= patience; epoch += 1) {
    const stream = random.fork(`epoch ${epoch}`);
    const sums = { reward: 0, entropy: 0, divergence: 0, rollouts: 0, steps: 0 };
    const drawn = createExcessTally();
    const order = stream.shuffle(tasks);
    for (let from = 0; from < order.length; from += batch) {
      const gradient = new Float64Array(weights.values.length);
      const members = order.slice(from, from + batch);
      for (const task of members) {
        signal?.throwIfAborted();
        const preference = linearPreference(weights.values);
        const rollouts = Array.from({ length: group }, () => rollOut(task.prepared, preference, stream));
        const scored = await task.optimise.score(
          rollouts.map(({ choice }) => choice),
          signal,
        );
        for (const parts of scored) drawn.add(parts);
        const worth = advantages(
          scored.map((parts) => rewardScale * resultWorth(parts, task.optimise.original, gaps)),
        );
        rollouts.forEach((rollout, i) => {
          const share = 1 / (group * members.length);
          const seen = addGradient(gradient, rollout, worth[i] ?? 0, share, aligned, options);
          sums.reward += scored[i]?.reward ?? Number.NaN;
          sums.entropy += seen.entropy;
          sums.divergence += seen.divergence;
          sums.steps += rollout.steps.length;
          sums.rollouts += 1;
        });
      }
      adam.ascend(weights.values, gradient);
    }
    const onSelect = await scoreOnSelect(weights, tasks, signal);
    const report: EpochReport = {
      epoch,
      reward: sums.reward / Math.max(1, sums.rollouts),
      selectScore: onSelect.score,
      excessGap: { optimise: drawn.worst(), select: onSelect.excessGap },
      entropy: sums.entropy / Math.max(1, sums.steps),
      divergence: sums.divergence / Math.max(1, sums.steps),
    };
    if (!Number.isFinite(report.reward))
      throw new NotFiniteError(`the mean reward of epoch ${epoch} is not a number`);
    reports.push(report);
    if (report.selectScore > best.selectScore) {
      best = { epoch, selectScore: report.selectScore, weights: [...weights.values] };
    }
    const held = best;
    onEpoch?.(report, () => ({
      epoch,
      weights: [...weights.values],
      adam: adam.state(),
      best: held,
      reports: [...reports],
    }));
  }
  weights.values.set(best.weights);
  return { best, reports };
}

function addGradient(
  gradient: Float64Array,
  { steps }: Rollout,
  advantage: number,
  share: number,
  aligned: Float64Array,
  { entropyBonus = 0.01, divergencePrice = 0.02 }: RefineOptions,
): { entropy: number; divergence: number } {
  const seen = { entropy: 0, divergence: 0 };
  const reference = linearPreference(aligned);
  for (const step of steps) {
    const alignedProbabilities = softmax(step.actions.map((_, option) => reference(step, option)));
    const { entropy, divergence } = compare(step, alignedProbabilities);
    seen.entropy += entropy;
    seen.divergence += divergence;
    step.probabilities.forEach((probability, option) => {
      const taken = option === step.taken ? 1 : 0;
      const logProbability = Math.log(probability + 1e-300);
      const logRatio = logProbability - Math.log((alignedProbabilities[option] as number) + 1e-300);
      const amount =
        advantage * (taken - probability) -
        entropyBonus * probability * (logProbability + entropy) -
        divergencePrice * probability * (logRatio - divergence);
      addFeatures(gradient, step, option, share * amount);
    });
  }
  return seen;
}

function compare({ probabilities }: Step, aligned: Float64Array): { entropy: number; divergence: number } {
  let entropy = 0;
  let divergence = 0;
  probabilities.forEach((probability, option) => {
    if (probability === 0) return;
    entropy -= probability * Math.log(probability);
    divergence += probability * Math.log(probability / ((aligned[option] as number) + 1e-300));
  });
  return { entropy, divergence };
}

/**
 * Score of the policy's own choices on the select part: less the excess gap over all postings (of the worst attribute), less what
 * they cost in relevance and edits. The excess gap and not the reward, because the select part is small: on one posting chance
 * covers most of a gap there, over all of them it cancels. Where no select part is open the reward on the optimise part stands in.
 */
async function scoreOnSelect(
  weights: Weights,
  tasks: readonly LearningTask[],
  signal: AbortSignal | undefined,
): Promise<{ score: number; excessGap: number | null }> {
  const preference = linearPreference(weights.values);
  const excess = createExcessTally();
  let cost = 0;
  let opened = 0;
  let reward = 0;
  for (const { prepared, optimise, select } of tasks) {
    const { choice } = rollOut(prepared, preference);
    const [parts] = await (select ?? optimise).score([choice], signal);
    reward += parts?.reward ?? Number.NaN;
    if (select === undefined || parts === undefined) continue;
    opened += 1;
    cost += rewardWeights.relevance * Math.max(0, select.original.relevance - parts.relevance);
    cost += rewardWeights.edit * parts.edits;
    excess.add(parts);
  }
  const excessGap = excess.worst();
  if (opened === 0) return { score: reward / Math.max(1, tasks.length), excessGap };
  return { score: -(excessGap ?? 0) - cost / opened, excessGap };
}
