import { expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { createListGain } from '../../sidecar/training-jobs/list-gain.ts';
import type { Requirements } from '../../training/recommender.ts';
import { createToyWorld, type ToyWorld } from '../learning/toy-world.ts';

const signal = new AbortController().signal;

const listGainOf = ({ recommender, pool, attribute }: ToyWorld, requirements: Requirements) =>
  createListGain(
    {
      recommender,
      pool,
      attributes: [attribute],
      readRequirements: () => requirements,
      salt: 'salt',
      synthetic: true,
    },
    createRandom(1),
  );

/** What deleting a term does to the list, over every posting of the world that has it. */
async function gains(world: ToyWorld, biased: boolean): Promise<number[]> {
  const values: number[] = [];
  for (const { space, requirements } of world.postings) {
    const gain = listGainOf(world, requirements);
    for (const { ruleId, actions } of space.slots) {
      const [edit] = actions.find(({ kind }) => kind === 'delete')?.edits ?? [];
      if (edit && world.biasedTerms.has(ruleId.slice('toy/'.length)) === biased)
        values.push(await gain(space.text, { ...edit, source: 'model' }, signal));
    }
  }
  return values;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('an edit that takes a biased term away gains, and more than one that takes a harmless term away', async () => {
  const world = createToyWorld({ seed: 4, candidates: 2500, postings: 6, skew: 0.6 });
  const [biased, harmless] = [await gains(world, true), await gains(world, false)];
  expect(biased.length).toBeGreaterThan(5);
  expect(mean(biased)).toBeGreaterThan(0);
  expect(mean(biased)).toBeGreaterThan(mean(harmless));
});

it('an edit that names a protected group gains nothing, whatever it would do to the list', async () => {
  const world = createToyWorld({ seed: 4, postings: 1 });
  const [posting] = world.postings;
  const { text = '' } = posting?.space ?? {};
  const gain = listGainOf(world, posting!.requirements);
  const edit = { start: 0, end: 7, before: text.slice(0, 7), after: 'Women', source: 'model' as const };
  expect(await gain(text, edit, signal)).toBe(0);
});
