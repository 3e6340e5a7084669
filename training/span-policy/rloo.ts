import type { Advantages } from './policy-gradient.ts';

/**
 * REINFORCE leave-one-out: a rewrite is worth its reward less the mean reward of the others of its group,
 * `A_i = r_i - 1/(G-1) sum_{j != i} r_j`.
 * Source: Ahmadian et al., Back to Basics, arXiv 2402.14740; Kool et al. 2019.
 */
export const leaveOneOut: Advantages = (rewards) => {
  const total = rewards.reduce((sum, reward) => sum + reward, 0);
  return rewards.map((reward) => reward - (total - reward) / Math.max(1, rewards.length - 1));
};
