import type { Random } from '../../../shared/random.ts';
import { Adam } from '../../span-policy/adam.ts';
import { softmax } from '../../span-policy/softmax-policy.ts';

/** A logged answer: the state before each token, the token taken, and the reward that came with the last. */
export interface TokenTrajectory {
  /** Hidden state of the model that predicts the token, one a step. */
  readonly states: readonly Float32Array[];
  readonly tokens: readonly number[];
  readonly reward: number;
}

export interface TokenQOptions {
  readonly epochs?: number;
  readonly rate?: number;
  /** gamma: the reward reaches a token n steps before the end with weight gamma^n. */
  readonly discount?: number;
  /** tau: 1/2 is the mean of what was logged, toward 1 the best of it. */
  readonly expectile?: number;
  /** Weight of the conservative loss that holds down tokens never logged in a state. */
  readonly conservatism?: number;
  /** Share of the online weights that the targets take over at each step. */
  readonly targetShare?: number;
  /** Answers in one step of the optimiser. */
  readonly batch?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What the heads say of a state: `min(Q1, Q2) - V` of every token that was ever logged. */
export interface TokenHeads {
  advantages(state: Float32Array): ReadonlyMap<number, number>;
}

/**
 * Linear Q and V heads over the hidden states of a frozen model, by the losses of implicit language Q-learning on tokens. With
 * Q = min(Q1', Q2') of the targets:
 *   L_V   = |tau - 1[Q < V(s)]| (Q(s,a) - V(s))^2
 *   L_Q   = sum_i (r + gamma V(s') - Q_i(s,a))^2          reward with the last token only
 *   L_CQL = sum_i -log softmax(Q_i(s,.))[a]
 * The paper's hyper-parameters are the defaults, but for the rate. It trains three copies of the model under heads of two layers
 * over the whole vocabulary; these heads are linear, the model stays as it is, and Q is of the logged tokens only.
 * Source: Snell et al., arXiv 2206.11871; stage "perturb" of arXiv 2501.07324.
 */
export function learnTokenHeads(
  trajectories: readonly TokenTrajectory[],
  random: Random,
  options: TokenQOptions = {},
): TokenHeads {
  const { epochs = 12, rate = 0.01, discount = 0.99, expectile = 0.6 } = options;
  const { conservatism = 0.25, targetShare = 0.05, batch = 16, signal } = options;
  const tokens = [...new Set(trajectories.flatMap((one) => one.tokens))].sort((a, b) => a - b);
  const rowOf = new Map(tokens.map((token, row) => [token, row]));
  const width = (trajectories[0]?.states[0]?.length ?? 0) + 1;
  const head = () => Float64Array.from({ length: tokens.length * width }, () => 0.01 * random.normal());
  const online = [head(), head()] as const;
  const target = online.map((weights) => weights.slice());
  const v = new Float64Array(width);
  const optimisers = online.map((weights) => new Adam(weights.length, rate));
  const valueOptimiser = new Adam(width, rate);
  const replayed = trajectories.map(({ states, tokens: taken, reward }) => ({
    states: states.map(withBias),
    rows: taken.map((token) => rowOf.get(token) ?? 0),
    reward,
  }));

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = random.fork(`epoch ${epoch}`).shuffle(replayed);
    for (let from = 0; from < order.length; from += batch) {
      signal?.throwIfAborted();
      const members = order.slice(from, from + batch);
      const share = 1 / members.reduce((sum, { rows }) => sum + rows.length, 0);
      const gradients = online.map((weights) => new Float64Array(weights.length));
      const valueGradient = new Float64Array(width);
      for (const { states, rows, reward } of members) {
        rows.forEach((row, t) => {
          const state = states[t] as Float64Array;
          const next = states[t + 1];
          const aimed = next === undefined ? reward : discount * dot(v, 0, next);
          const pessimistic = Math.min(...target.map((weights) => dot(weights, row * width, state)));
          const surplus = pessimistic - dot(v, 0, state);
          const side = surplus < 0 ? 1 - expectile : expectile;
          addScaled(valueGradient, 0, state, 2 * share * side * surplus);
          online.forEach((weights, i) => {
            const gradient = gradients[i] as Float64Array;
            const values = tokens.map((_, other) => dot(weights, other * width, state));
            addScaled(gradient, row * width, state, 2 * share * (aimed - (values[row] as number)));
            softmax(values).forEach((probability, other) => {
              const held = conservatism * ((other === row ? 1 : 0) - probability);
              if (held !== 0) addScaled(gradient, other * width, state, share * held);
            });
          });
        });
      }
      valueOptimiser.ascend(v, valueGradient);
      online.forEach((weights, i) => {
        optimisers[i]?.ascend(weights, gradients[i] as Float64Array);
        const slow = target[i] as Float64Array;
        for (let j = 0; j < slow.length; j += 1) {
          slow[j] = (slow[j] as number) + targetShare * ((weights[j] as number) - (slow[j] as number));
        }
      });
    }
  }

  return {
    advantages(state) {
      const biased = withBias(state);
      const value = dot(v, 0, biased);
      return new Map(
        tokens.map((token, row) => {
          const q = Math.min(...target.map((weights) => dot(weights, row * width, biased)));
          return [token, q - value];
        }),
      );
    },
  };
}

/** The state at length 1, so that the rate means the same for every model, and a 1 for the bias. */
function withBias(state: Float32Array): Float64Array {
  const length = Math.sqrt(state.reduce((sum, value) => sum + value * value, 0)) || 1;
  const biased = new Float64Array(state.length + 1).fill(1);
  for (let i = 0; i < state.length; i += 1) biased[i] = (state[i] as number) / length;
  return biased;
}

function dot(weights: Float64Array, from: number, state: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < state.length; i += 1) sum += (weights[from + i] as number) * (state[i] as number);
  return sum;
}

function addScaled(gradient: Float64Array, from: number, state: Float64Array, factor: number): void {
  for (let i = 0; i < state.length; i += 1) {
    gradient[from + i] = (gradient[from + i] as number) + factor * (state[i] as number);
  }
}
