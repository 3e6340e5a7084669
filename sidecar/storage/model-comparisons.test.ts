import { expect, it } from 'vitest';
import type { DrawnPair } from './model-comparisons.ts';
import { openTemporaryStore } from './temporary-store.fixture.ts';

const model = 'autorefine:one';
const pair = (id: string, modelSide: 'a' | 'b'): DrawnPair => ({
  id,
  before: `${id} before`,
  a: `${id} a`,
  b: `${id} b`,
  modelSide,
});

function drawn() {
  const { modelComparisons } = openTemporaryStore().store;
  modelComparisons.add(model, [pair('z', 'a'), pair('y', 'b'), pair('x', 'b')]);
  return modelComparisons;
}

it('gives open pairs in the order they were drawn in, without who made which', () => {
  const comparisons = drawn();
  expect(comparisons.open(model)).toEqual(
    ['z', 'y', 'x'].map((id) => ({ id, before: `${id} before`, a: `${id} a`, b: `${id} b` })),
  );
  expect(comparisons.open('another')).toEqual([]);
  expect(comparisons.tally('another')).toBeUndefined();
});

it('counts by who made what was preferred, and a first answer stands', () => {
  const comparisons = drawn();
  for (const [id, choice] of [
    ['z', 'a'],
    ['y', 'a'],
    ['x', '='],
    ['z', 'b'],
  ] as const)
    comparisons.choose(model, id, choice);
  expect(comparisons.tally(model)).toEqual({ pairs: 3, open: 0, model: 1, policy: 1, neither: 1 });
  expect([...comparisons.choices(model).values()]).toEqual(['a', 'a', '=']);
});

it('keeps no text once it is answered, or once the model is gone', () => {
  const comparisons = drawn();
  comparisons.choose(model, 'z', 'b');
  expect(comparisons.open(model).map(({ id }) => id)).toEqual(['y', 'x']);
  comparisons.forgetTexts(model);
  expect(comparisons.open(model)).toEqual([]);
  expect(comparisons.tally(model)).toMatchObject({ pairs: 3, open: 2 });
});

it('has one comparison a model', () => {
  const comparisons = drawn();
  expect(() => comparisons.add(model, [pair('z', 'b')])).toThrow();
  expect(comparisons.tally(model)?.pairs).toBe(3);
});
