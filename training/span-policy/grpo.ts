import type { Advantages } from './policy-gradient.ts';

/**
 * Group-relative advantages: `A_i = (r_i - mean(r)) / sd(r)`, zero where all rewards of the group are equal. One update a
 * group, so the clipped ratio of the paper is 1 throughout.
 * Source: Shao et al., DeepSeekMath, arXiv 2402.03300.
 */
export const groupRelative: Advantages = (rewards) => {
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  const variance = rewards.reduce((sum, reward) => sum + (reward - mean) ** 2, 0) / rewards.length;
  const deviation = Math.sqrt(variance);
  return rewards.map((reward) => (deviation < 1e-9 ? 0 : (reward - mean) / deviation));
};
