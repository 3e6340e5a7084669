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

/** How far a token's probability may move from the one it was drawn with before it is no longer pushed that way (PPO's epsilon). */
const clip = 0.2;

export interface PolicyGradientOptions {
  readonly baseline: Baseline;
  /** Weight of the penalty for leaving the base model; the log-ratio to it is part of each token's return. */
  readonly klWeight: number;
}

/** Log-probabilities in nats of the tokens of one answer. */
export interface AnswerScores {
  readonly current: Float32Array;
  readonly base: Float32Array;
  /** When the answer was drawn; the same as `current` before the first step on it. */
  readonly drawn: Float32Array;
}

/**
 * The clipped policy gradient as per-token weights: the group's advantage, less the token's log-ratio to the base model,
 * times how much likelier the token has become since it was drawn; 0 once that has gone too far the same way. Averaged over
 * the answers' tokens. Source: Schulman et al. 2017, arXiv 1707.06347, equation 7.
 * @param scores of every answer of every group, in order
 */
export function policyGradientWeights(
  groups: readonly RolloutGroup[],
  scores: readonly (readonly AnswerScores[])[],
  options: PolicyGradientOptions,
): WeightedText[] {
  const answers = groups.reduce((sum, group) => sum + group.answers.length, 0);
  return groups.flatMap((group, g) => {
    const gained = advantages(group.rewards, options.baseline);
    return group.answers.map((answer, a) => {
      const share = 1 / Math.max(1, answer.length) / Math.max(1, answers);
      return {
        tokens: [...group.prompt, ...answer],
        weights: [
          ...group.prompt.map(() => 0),
          ...answer.map((_, t) => share * tokenPush(gained[a] ?? 0, scores[g]?.[a], t, options.klWeight)),
        ],
      };
    });
  });
}

function tokenPush(
  advantage: number,
  scores: AnswerScores | undefined,
  token: number,
  klWeight: number,
): number {
  const current = scores?.current[token] ?? 0;
  const push = advantage - klWeight * (current - (scores?.base[token] ?? 0));
  const moved = Math.exp(current - (scores?.drawn[token] ?? 0));
  if (push > 0 ? moved > 1 + clip : moved < 1 - clip) return 0;
  return push * moved;
}
