import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import { evaluationSchema } from '../../training/evaluation/record.ts';
import { bestOfN } from '../../training/span-policy/best-of-n.ts';
import { curatedAll } from '../../training/span-policy/curated-all.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import { keep } from '../../training/span-policy/keep.ts';
import { createToyWorld, type ToyWorld } from './toy-world.ts';

const evaluateToy = (world: ToyWorld, seed: number) =>
  evaluate(
    {
      ...world,
      postings: world.postings.map((task) => ({ task })),
      attributes: [world.attribute],
      salt: 'toy',
      seed,
      random: createRandom(seed),
      synthetic: true,
      permutations: 499,
      resamples: 200,
    },
    [keep, curatedAll, bestOfN(8), greedy()],
  );

describe('search on a toy market with planted bias', () => {
  it('brings most of the excess gap back on people and postings it never saw', async () => {
    const world = createToyWorld({ seed: 4, candidates: 2400, postings: 60 });
    const evaluation = await evaluateToy(world, 1);
    expect(evaluationSchema.parse(evaluation)).toEqual(evaluation);
    const row = (name: string) => evaluation.methods.find(({ method }) => method === name)!;
    expect(row('keep').excessGap.after).toBe(row('keep').excessGap.before);
    expect(row('keep').p).toBe(1);
    expect(row('keep').excessGap.before).toBeGreaterThan(0.06);
    expect(row('greedy').excessGap.relativeChange!).toBeLessThan(-0.4);
    expect(row('greedy').excessGap.interval!.upper).toBeLessThan(0);
    expect(row('greedy').fallP).toBeLessThan(0.025);
    expect(row('greedy').excessGap.after).toBeLessThan(row('keep').excessGap.after);
    expect(evaluation.methods.every(({ factsBroken }) => factsBroken === 0)).toBe(true);
  });

  it('gives the same evaluation for the same seed', async () => {
    const once = await evaluateToy(createToyWorld({ seed: 2, candidates: 900, postings: 12 }), 3);
    const again = await evaluateToy(createToyWorld({ seed: 2, candidates: 900, postings: 12 }), 3);
    expect(again).toEqual(once);
  });
});
