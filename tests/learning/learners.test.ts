import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { cloneBehaviour } from '../../training/span-policy/behaviour-cloning.ts';
import { noEffects } from '../../training/span-policy/effect-model.ts';
import { groupRelative } from '../../training/span-policy/grpo.ts';
import { learnQ, perturbed, trajectory } from '../../training/span-policy/implicit-language-q-learning.ts';
import { type Checkpoint, refine } from '../../training/span-policy/policy-gradient.ts';
import { leaveOneOut } from '../../training/span-policy/rloo.ts';
import {
  createWeights,
  linearPreference,
  prepareTask,
  replay,
  rollOut,
  type Weights,
} from '../../training/span-policy/softmax-policy.ts';
import { createKnownEpisode, createKnownTask, enumerate } from './known-rewards.ts';

const learners = { rloo: leaveOneOut, grpo: groupRelative };
const long = { epochs: 300, patience: 300, batch: 1, divergencePrice: 0.001, entropyBonus: 0.001 };

function known(wordings: readonly number[], reward: (choice: readonly number[]) => number, weights: Weights) {
  const task = createKnownTask('known', wordings);
  const prepared = prepareTask(task, noEffects, weights, { grow: true });
  return { prepared, optimise: createKnownEpisode(task, reward), select: undefined };
}
const twoArms = ([arm]: readonly number[]) => (arm === 1 ? 0.01 : 0);

describe('two-armed span bandit', () => {
  for (const [name, advantages] of Object.entries(learners)) {
    it(`${name} learns the better arm to 99 %`, async () => {
      const weights = createWeights();
      const task = known([1], twoArms, weights);
      const { reports } = await refine(weights, [task], advantages, createRandom(1), long);
      expect(reports.at(-1)!.reward).toBeGreaterThan(0.0099);
      const { steps } = rollOut(task.prepared, linearPreference(weights.values));
      expect(steps[0]!.taken).toBe(1);
    });
  }

  it('Q-learning from a log that took both arms alike prefers the better one to 99 %', () => {
    const weights = createWeights();
    const { prepared } = known([1], twoArms, weights);
    const logged = linearPreference(weights.values);
    const trajectories = [0, 1, 0, 1].map((arm) =>
      trajectory(replay(prepared, logged, [arm]), twoArms([arm]), 0),
    );
    const heads = learnQ(trajectories, weights.values.length, createRandom(1), { epochs: 400, rate: 0.02 });
    const { steps } = rollOut(prepared, perturbed(logged, heads, 8));
    expect(steps[0]!.probabilities[1]).toBeGreaterThan(0.99);
  });

  it('cloning repeats what was demonstrated, as far as smoothing lets it', () => {
    const weights = createWeights();
    const { prepared } = known([2, 2], () => 0, weights);
    cloneBehaviour(weights, [{ prepared, choice: [2, 0] }], { epochs: 300, smoothing: 0.02, decay: 0 });
    const { choice, steps } = rollOut(prepared, linearPreference(weights.values));
    expect(choice).toEqual([2, 0]);
    expect(steps[0]!.probabilities[2]).toBeGreaterThan(0.95);
  });
});

describe('against exact enumeration', () => {
  /** Wordings with effects that add up: some help, some harm, and each edit has its price. */
  const effects = [
    [0, 0.02, 0.05],
    [0, 0.03, -0.02],
    [0, -0.01, 0.04],
  ];
  const reward = (choice: readonly number[]) => {
    const moved = choice.reduce((sum, action, i) => sum + (effects[i]?.[action] ?? 0), 0);
    return -Math.abs(0.12 - moved) - 0.003 * choice.filter((action) => action > 0).length;
  };

  for (const [name, advantages] of Object.entries(learners)) {
    it(`${name} comes within 2 % of the best of all choices`, async () => {
      const weights = createWeights();
      const task = known([2, 2, 2], reward, weights);
      const rewards = enumerate(task.prepared.task).map(reward);
      const [best, kept] = [Math.max(...rewards), reward([0, 0, 0])];
      await refine(weights, [task], advantages, createRandom(2), long);
      const found = reward(rollOut(task.prepared, linearPreference(weights.values)).choice);
      expect((found - kept) / (best - kept)).toBeGreaterThan(0.98);
    });
  }

  it('advantages are exact: they sum to zero and leave a constant out', () => {
    expect(leaveOneOut([1, 2, 6])).toEqual([1 - 4, 2 - 3.5, 6 - 1.5]);
    expect(leaveOneOut([3, 3, 3])).toEqual([0, 0, 0]);
    expect(groupRelative([3, 3, 3])).toEqual([0, 0, 0]);
    const relative = groupRelative([1, 2, 6]);
    expect(relative.reduce((a, b) => a + b)).toBeCloseTo(0, 12);
    expect(relative.reduce((a, b) => a + b * b, 0) / 3).toBeCloseTo(1, 12);
  });
});

describe('a run', () => {
  const short = { epochs: 6, patience: 6, batch: 1 };
  const start = () => {
    const weights = createWeights();
    return { weights, task: known([2, 1], ([a, b]) => 0.01 * (a ?? 0) - 0.005 * (b ?? 0), weights) };
  };

  it('gives the same log for the same seed and another for another', async () => {
    const logOf = async (seed: number) => {
      const { weights, task } = start();
      return (await refine(weights, [task], leaveOneOut, createRandom(seed), short)).reports;
    };
    expect(await logOf(1)).toEqual(await logOf(1));
    expect(await logOf(1)).not.toEqual(await logOf(2));
  });

  it('goes on from any checkpoint bit by bit, though it went through JSON', async () => {
    const whole = start();
    const checkpoints: string[] = [];
    const result = await refine(whole.weights, [whole.task], leaveOneOut, createRandom(1), {
      ...short,
      onEpoch: (_, checkpoint) => checkpoints.push(JSON.stringify(checkpoint())),
    });
    expect(checkpoints.length).toBe(6);
    for (const saved of checkpoints) {
      const again = start();
      const resumed: Checkpoint = JSON.parse(saved);
      const continued = await refine(
        again.weights,
        [again.task],
        leaveOneOut,
        createRandom(1),
        short,
        resumed,
      );
      expect(continued).toEqual(result);
      expect(again.weights.values).toEqual(whole.weights.values);
    }
  });

  it('stops on a reward that is no number, with the weights still finite', async () => {
    const weights = createWeights();
    const task = known([1], ([arm]) => (arm === 1 ? Number.NaN : 0), weights);
    await expect(refine(weights, [task], leaveOneOut, createRandom(1), short)).rejects.toThrow('not a');
    expect([...weights.values].every(Number.isFinite)).toBe(true);
  });

  it('stops when it is told to', async () => {
    const { weights, task } = start();
    const signal = AbortSignal.abort();
    await expect(refine(weights, [task], leaveOneOut, createRandom(1), { ...short, signal })).rejects.toThrow(
      'abort',
    );
  });
});
