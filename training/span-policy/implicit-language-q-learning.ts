import type { Random } from '../../shared/random.ts';
import { Adam } from './adam.ts';
import {
  addFeatures,
  linearPreference,
  type Preference,
  type Rollout,
  type Step,
  softmax,
} from './softmax-policy.ts';

/** A logged rewrite replayed as decisions, with the reward that came at its end. */
export interface Trajectory {
  readonly steps: readonly Step[];
  /** Reward less that of the original text, so that keeping everything is worth 0. */
  readonly reward: number;
}

export interface QLearningOptions {
  readonly epochs?: number;
  readonly rate?: number;
  /** tau: 1/2 is the mean of what was logged, toward 1 the best of it. */
  readonly expectile?: number;
  /** Weight of the conservative loss that holds down actions never logged. */
  readonly conservatism?: number;
  /** Share of the online weights that the targets take over at each step. */
  readonly targetShare?: number;
  /** Trajectories in one step of the optimiser. */
  readonly batch?: number;
}

/** Linear heads over the features of an action (Q1, Q2) and of a state (V). */
export interface QHeads {
  readonly q1: Float64Array;
  readonly q2: Float64Array;
  readonly v: Float64Array;
}

const rewardScale = 100;

/**
 * Perturb: implicit language Q-learning on whole span decisions in place of tokens, where the logged actions cover the
 * space. With Q = min(Q1', Q2') of the targets and gamma = 1:
 *   L_V   = |tau - 1[Q < V(s)]| (Q(s,a) - V(s))^2                 expectile regression
 *   L_Q   = sum_i (r + V(s') - Q_i(s,a))^2                        reward only after the last span
 *   L_CQL = sum_i -log softmax(Q_i(s,.))[a]                       conservative Q-learning
 * Source: Snell et al., arXiv 2206.11871; Kostrikov et al., arXiv 2110.06169; Kumar et al., arXiv 2006.04779; stage "perturb"
 * of arXiv 2501.07324, there on tokens.
 * @param size number of features
 */
export function learnQ(
  trajectories: readonly Trajectory[],
  size: number,
  random: Random,
  {
    epochs = 40,
    rate = 0.05,
    expectile = 0.8,
    conservatism = 0.1,
    targetShare = 0.05,
    batch = 64,
  }: QLearningOptions = {},
): QHeads {
  const heads = { q1: jitter(size, random), q2: jitter(size, random), v: new Float64Array(size) };
  const target = { q1: heads.q1.slice(), q2: heads.q2.slice() };
  const optimisers = { q1: new Adam(size, rate), q2: new Adam(size, rate), v: new Adam(size, rate) };

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = random.fork(`epoch ${epoch}`).shuffle(trajectories);
    for (let from = 0; from < order.length; from += batch) {
      const gradient = { q1: new Float64Array(size), q2: new Float64Array(size), v: new Float64Array(size) };
      for (const { steps, reward } of order.slice(from, from + batch)) {
        steps.forEach((step, t) => {
          const next = steps[t + 1];
          const bootstrapped = next === undefined ? rewardScale * reward : stateValue(heads.v, next);
          const pessimistic = Math.min(
            linearPreference(target.q1)(step, step.taken),
            linearPreference(target.q2)(step, step.taken),
          );
          const surplus = pessimistic - stateValue(heads.v, step);
          addFeatures(gradient.v, step, 0, (surplus < 0 ? 1 - expectile : expectile) * surplus);
          for (const head of ['q1', 'q2'] as const) {
            const q = linearPreference(heads[head]);
            const values = step.actions.map((_, option) => q(step, option));
            addFeatures(gradient[head], step, step.taken, bootstrapped - (values[step.taken] as number));
            softmax(values).forEach((probability, option) => {
              const logged = option === step.taken ? 1 : 0;
              addFeatures(gradient[head], step, option, conservatism * (logged - probability));
            });
          }
        });
      }
      for (const head of ['q1', 'q2', 'v'] as const) optimisers[head].ascend(heads[head], gradient[head]);
      for (const head of ['q1', 'q2'] as const) {
        const online = heads[head];
        target[head].forEach((value, i) => {
          target[head][i] = value + targetShare * ((online[i] as number) - value);
        });
      }
    }
  }
  return { ...target, v: heads.v };
}

/** Decoding: `pi(a) = softmax(log pi_aligned(a) + beta (min(Q1, Q2)(s, a) - V(s)))`. */
export function perturbed(aligned: Preference, { q1, q2, v }: QHeads, beta = 4): Preference {
  const [first, second] = [linearPreference(q1), linearPreference(q2)];
  return (step, option) => {
    const advantage = Math.min(first(step, option), second(step, option)) - stateValue(v, step);
    return aligned(step, option) + beta * advantage;
  };
}

/** Steps of logged rewrites as the learner takes them. */
export function trajectory({ steps }: Rollout, reward: number, originalReward: number): Trajectory {
  return { steps, reward: reward - originalReward };
}

/** A state is known by its first action, which keeps the text: category and rule of the span at hand, and the gap. */
function stateValue(weights: Float64Array, step: Pick<Step, 'named' | 'state'>): number {
  return linearPreference(weights)(step, 0);
}

/** The two Q heads must differ for their minimum to be worth taking. */
function jitter(size: number, random: Random): Float64Array {
  return Float64Array.from({ length: size }, () => 0.01 * random.normal());
}
