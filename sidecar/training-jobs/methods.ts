import type { Method, TrainingGround } from '../../training/evaluation/evaluate.ts';
import { amortised } from '../../training/span-policy/amortised.ts';
import { bestOfN } from '../../training/span-policy/best-of-n.ts';
import { curatedAll } from '../../training/span-policy/curated-all.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import { guided } from '../../training/span-policy/guided.ts';
import { keep } from '../../training/span-policy/keep.ts';
import { planned } from '../../training/span-policy/planned.ts';
import { type TrainedPolicies, type TrainingOptions, trainPolicies } from '../../training/train-policy.ts';

/** The rows that need no training: always run beside a learned policy. */
export const baselines: readonly Method[] = [keep, curatedAll, bestOfN(8), greedy({ budget: 64 })];

/** The learned rows of one run; the run trains once, when its first row is asked for. */
export function learnedMethods(options: TrainingOptions = {}): {
  methods: Method[];
  trained: () => TrainedPolicies | undefined;
} {
  let run: Promise<TrainedPolicies> | undefined;
  let result: TrainedPolicies | undefined;
  const train = async (ground: TrainingGround) => {
    run ??= trainPolicies(ground, options);
    result = await run;
    return result;
  };
  const methods: Method[] = [
    { name: 'span-ilql', train: async (ground) => (await train(ground)).perturbed },
    { name: 'planned', train: async (ground) => planned((await train(ground)).refined.effects) },
    { name: 'amortised', train: async (ground) => amortised((await train(ground)).refined) },
    { name: 'guided-16', train: async (ground) => guided((await train(ground)).refined, 16) },
  ];
  return { methods, trained: () => result };
}
