import type { WeightedText } from '../architecture/packed-batch.ts';

/** Several answers of the current model to one prompt, each with its reward. */
export interface RolloutGroup {
  readonly prompt: readonly number[];
  readonly answers: readonly (readonly number[])[];
  readonly rewards: readonly number[];
}

export type Baseline = 'leave-one-out' | 'group';

/**
 * Advantages within a group. `leave-one-out` (RLOO; Ahmadian et al. 2024, arXiv 2402.14740): reward minus the mean of
 * the others. `group` (GRPO; Shao et al. 2024, arXiv 2402.03300): reward standardised within the group.
 */
export function advantages(rewards: readonly number[], baseline: Baseline): number[] {
  const n = rewards.length;
  const sum = rewards.reduce((total, reward) => total + reward, 0);
  if (baseline === 'leave-one-out')
    return rewards.map((reward) => (n > 1 ? reward - (sum - reward) / (n - 1) : 0));
  const mean = sum / n;
  const deviation = Math.sqrt(rewards.reduce((total, reward) => total + (reward - mean) ** 2, 0) / n);
  return rewards.map((reward) => (deviation > 1e-8 ? (reward - mean) / deviation : 0));
}

export interface PolicyGradientOptions {
  readonly baseline: Baseline;
  /** Weight of the penalty for leaving the base model; the log-ratio to it is part of each token's return. */
  readonly klWeight: number;
}

/**
 * REINFORCE as per-token weights for answers of the current model: the group's advantage, less the token's own
 * log-ratio to the base model, averaged over the answers' tokens. `logRatios[group][answer][token]` is
 * `log p_current - log p_base`.
 */
export function policyGradientWeights(
  groups: readonly RolloutGroup[],
  logRatios: readonly (readonly Float32Array[])[],
  options: PolicyGradientOptions,
): WeightedText[] {
  const answers = groups.reduce((sum, group) => sum + group.answers.length, 0);
  return groups.flatMap((group, g) => {
    const gained = advantages(group.rewards, options.baseline);
    return group.answers.map((answer, a) => ({
      tokens: [...group.prompt, ...answer],
      weights: [
        ...group.prompt.map(() => 0),
        ...answer.map((_, t) => {
          const ratio = logRatios[g]?.[a]?.[t] ?? 0;
          return (
            ((gained[a] ?? 0) - options.klWeight * ratio) / Math.max(1, answer.length) / Math.max(1, answers)
          );
        }),
      ],
    }));
  });
}
