import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import type { Choice } from '../../training/actions.ts';
import { createEnvironment } from '../../training/environment.ts';
import { evaluate, type Method, type TrainingGround } from '../../training/evaluation/evaluate.ts';
import { splitCandidates } from '../../training/folds.ts';
import { decidePromotion } from '../../training/promotion.ts';
import { amortised } from '../../training/span-policy/amortised.ts';
import { predictEdit } from '../../training/span-policy/effect-model.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import { guided } from '../../training/span-policy/guided.ts';
import { loadPolicy, savePolicy } from '../../training/span-policy/saved-policy.ts';
import { type TrainedPolicies, trainPolicies } from '../../training/train-policy.ts';
import { enumerate } from './known-rewards.ts';
import { createToyWorld, type ToyWorld } from './toy-world.ts';

async function run(world: ToyWorld, seed: number) {
  let trained: TrainedPolicies | undefined;
  const train = async (ground: TrainingGround) => {
    trained ??= await trainPolicies(ground, { logged: 12, refine: { epochs: 20 } });
    return trained;
  };
  const methods: Method[] = [
    greedy({ budget: 64 }),
    { name: 'amortised', train: async (ground) => amortised((await train(ground)).refined) },
    { name: 'guided-16', train: async (ground) => guided((await train(ground)).refined, 16) },
  ];
  const evaluation = await evaluate(
    {
      ...world,
      second: world.recommender,
      attributes: [world.attribute],
      postings: world.postings.map((task) => ({ task })),
      salt: 'toy',
      seed,
      random: createRandom(seed),
      synthetic: true,
      permutations: 499,
      resamples: 200,
    },
    methods,
  );
  if (trained === undefined) throw new Error('no method trained');
  return { evaluation, trained };
}

describe('trained policies on a toy market', async () => {
  const world = createToyWorld({ seed: 4, candidates: 4000, postings: 80 });
  const { evaluation, trained } = await run(world, 1);
  const row = (name: string) => evaluation.methods.find(({ method }) => method === name)!;
  const gain = (name: string) => row(name).excessGap.before - row(name).excessGap.after;

  it('amortised: at least two thirds of what search gains, without a call', () => {
    expect(row('amortised').evaluations).toBe(0);
    expect(gain('amortised')).toBeGreaterThan((2 / 3) * gain('greedy-64'));
    expect(row('amortised').fallP).toBeLessThan(0.025);
  });

  it('guided: keeps up with search at a quarter of its budget', () => {
    expect(row('guided-16').evaluations).toBeLessThanOrEqual(16);
    expect(gain('guided-16')).toBeGreaterThan(0.8 * gain('greedy-64'));
  });

  it('searches come within 2 % of the best of all rewrites, enumerated', async () => {
    const environment = createEnvironment({
      ...world,
      attributes: [world.attribute],
      members: splitCandidates(world.pool, 'toy').optimise,
      random: createRandom(1),
    });
    const short = world.postings.filter(({ space }) => space.slots.length === 4).slice(0, 12);
    const gained = { best: 0, greedy: 0, guided: 0 };
    for (const task of short) {
      const episode = (await environment.open(task))!;
      const gainOf = async (choice: Choice) =>
        (await episode.score([choice]))[0]!.reward - episode.original.reward;
      const situation = { task, episode, random: createRandom(1) };
      gained.greedy += await gainOf(await greedy().decide(situation));
      gained.guided += await gainOf(await guided(trained.refined, 64).decide(situation));
      const all = await episode.score(enumerate(task));
      gained.best += Math.max(...all.map(({ reward }) => reward)) - episode.original.reward;
    }
    expect(gained.greedy / gained.best).toBeGreaterThan(0.98);
    expect(gained.guided / gained.best).toBeGreaterThan(0.98);
  });

  it('learned which terms are harmless', () => {
    const { effects } = trained.refined;
    const group = effects.dimensions.indexOf('group/0');
    const slots = world.postings.flatMap(({ space }) => space.slots);
    const effectOf = (biased: boolean) => {
      const deletions = slots
        .filter(({ ruleId }) => world.biasedTerms.has(ruleId.slice('toy/'.length)) === biased)
        .map((slot) => Math.abs(predictEdit(effects, slot, slot.actions.length - 1)[group]!));
      return deletions.reduce((sum, value) => sum + value, 0) / deletions.length;
    };
    expect(effectOf(true)).toBeGreaterThan(3 * effectOf(false));
  });

  it('decides the same after saving and loading, and names what is wrong with a broken row', async () => {
    const saved = JSON.stringify(savePolicy(trained.refined));
    expect(saved.length).toBeLessThan(100_000);
    const [before, after] = [amortised(trained.refined), amortised(loadPolicy(JSON.parse(saved)))];
    for (const task of world.postings) {
      const situation = { task, episode: undefined, random: createRandom(1) };
      expect(await after.decide(situation)).toEqual(await before.decide(situation));
    }
    expect(() => loadPolicy({ kind: 'span-policy', format: 2 })).toThrow(/format.*Roll back/);
  });

  it('passes every check of the promotion rule', () => {
    const promotion = decidePromotion(evaluation, 'amortised', 1);
    expect(promotion.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(promotion.promoted).toBe(true);
  });
});

describe('promotion', async () => {
  const { evaluation } = await run(
    createToyWorld({ seed: 7, candidates: 1500, postings: 24, permuted: 'labels' }),
    2,
  );

  it('does not happen where the labels say nothing', () => {
    for (const method of ['greedy-64', 'amortised', 'guided-16']) {
      const promotion = decidePromotion(evaluation, method, 1);
      expect(promotion.promoted).toBe(false);
      expect(promotion.checks[0]!.passed).toBe(false);
    }
  });

  it('asks for more at every further look', () => {
    expect(decidePromotion(evaluation, 'amortised', 1).level).toBe(0.025);
    expect(decidePromotion(evaluation, 'amortised', 2).level).toBeCloseTo(0.05 / 6, 12);
    expect(() => decidePromotion(evaluation, 'amortised', 0)).toThrow('look 0');
  });
});
