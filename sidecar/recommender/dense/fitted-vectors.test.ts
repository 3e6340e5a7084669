import { describe, expect, test } from 'vitest';
import { candidatesAtHand } from '../candidate-source.ts';
import { madeUpCandidates } from '../contract.fixture.ts';
import { type FittedVectorStore, type FittedVectors, latentSemanticVectors } from './fitted-vectors.ts';
import { refitVectors } from './refit.ts';

const options = { dimensions: 8, seed: 1 } as const;
const candidates = madeUpCandidates(40);
const people = candidatesAtHand(candidates);
const baker = { id: 'baker', text: 'Baker\nBread, rolls and the kitchen.' };

function memoryStore() {
  const written: FittedVectors[] = [];
  const store: FittedVectorStore = { read: () => written.at(-1), write: (vectors) => written.push(vectors) };
  return { store, written };
}

describe('latentSemanticVectors', () => {
  test('an unchanged pool is read back bit by bit, and nothing is written', async () => {
    const { store, written } = memoryStore();
    const fitted = await latentSemanticVectors(people, { ...options, store });
    const again = await latentSemanticVectors(people, { ...options, store });
    expect(written).toHaveLength(1);
    expect(candidates.map((_, i) => again.matrix.row(i))).toEqual(
      candidates.map((_, i) => fitted.matrix.row(i)),
    );
    expect(again.modelKey).toBe(fitted.modelKey);
    expect(again.changedShare).toBe(0);
  });

  test('who came is embedded by the kept fit, who went is gone, the others keep their vectors', async () => {
    const { store, written } = memoryStore();
    await latentSemanticVectors(people, { ...options, store });
    const changed = [baker, ...candidates.slice(2)];
    const { matrix, changedShare } = await latentSemanticVectors(candidatesAtHand(changed), {
      ...options,
      store,
    });
    const [before, after] = written;
    expect(after?.model).toBe(before?.model);
    expect(after?.keys).toHaveLength(39);
    expect(matrix.row(1)).toEqual(before?.rows.subarray(2 * 8, 3 * 8));
    expect(matrix.row(0).some((value) => value !== 0)).toBe(true);
    expect(changedShare).toBe(2 / 40);
  });

  test('the order of the pool may change freely', async () => {
    const { store } = memoryStore();
    const fitted = await latentSemanticVectors(people, { ...options, store });
    const { matrix, changedShare } = await latentSemanticVectors(candidatesAtHand(candidates.toReversed()), {
      ...options,
      store,
    });
    expect(matrix.row(0)).toEqual(fitted.matrix.row(39));
    expect(changedShare).toBe(0);
  });

  test('vectors kept of this state of the pool are taken without a look at the texts, and of no other state', async () => {
    const { store, written } = memoryStore();
    const inState = (state: string, read = people.read) => ({ ...people, state, read });
    const unread = () => {
      throw new Error('the texts were read');
    };
    const fitted = await latentSemanticVectors(inState('first'), { ...options, store });
    const again = await latentSemanticVectors(inState('first', unread), { ...options, store });
    expect(again.matrix.row(7)).toEqual(fitted.matrix.row(7));
    const moved = latentSemanticVectors(inState('second', unread), { ...options, store });
    await expect(moved).rejects.toThrow('the texts were read');
    await latentSemanticVectors(inState('second'), { ...options, store });
    expect(written.map(({ state }) => state)).toEqual(['first', 'second']);
    expect(written[1]?.rows).toBe(written[0]?.rows);
  });

  test('a fit of other dimensions is not used', async () => {
    const { store, written } = memoryStore();
    await latentSemanticVectors(people, { ...options, store });
    await latentSemanticVectors(people, { ...options, dimensions: 4, store });
    expect(written.map(({ model }) => model.dimensions)).toEqual([8, 4]);
  });
});

describe('refitVectors', () => {
  test('fits in its thread what would be fitted here', async () => {
    const { store, written } = memoryStore();
    await latentSemanticVectors(people, { ...options, store });
    expect(await refitVectors(candidates, options)).toEqual(written[0]);
  });

  test('ends with its signal', async () => {
    const abort = new AbortController();
    const fitting = refitVectors(candidates, { ...options, signal: abort.signal });
    abort.abort();
    await expect(fitting).rejects.toThrow(/abort/i);
  });
});
