import { describe, expect, test } from 'vitest';
import { describeRecommender, madeUpCandidates } from './contract.fixture.ts';
import { createRecommender } from './create-recommender.ts';

describeRecommender(
  'hybrid',
  async (candidates) => (await createRecommender({ candidates, seed: 1 })).recommender,
);

describe('createRecommender', () => {
  const candidates = madeUpCandidates(40);

  test('explains the best of everyone, parts adding up to the score', async () => {
    const { recommender, explain } = await createRecommender({ candidates, seed: 1 });
    const text = 'Welder\nSteel and pipe, torch in hand.';
    const list = await explain(text, 5);
    const [scores = new Float32Array()] = await recommender.score([text]);
    expect(list).toHaveLength(5);
    expect(list[0]?.score).toBe(Math.max(...scores));
    for (const { id, index, score, parts } of list) {
      expect(id).toBe(candidates[index]?.id);
      expect(Object.keys(parts)).toEqual(['lexical', 'dense']);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
    }
  });

  test('the pool stands in the order of the candidates and knows their qualifications', async () => {
    const { pool } = await createRecommender({ candidates, seed: 1 });
    expect(pool.ids).toEqual(candidates.map(({ id }) => id));
    expect(pool.qualifications.map(({ occupations }) => [...occupations][0]).slice(0, 4)).toEqual([
      '35-1010',
      '13-2010',
      '51-4120',
      '25-2020',
    ]);
  });

  test('an empty pool answers with empty lists', async () => {
    const { recommender, explain } = await createRecommender({ candidates: [], seed: 1 });
    expect(await recommender.score(['Chef'])).toEqual([new Float32Array(0)]);
    expect(await explain('Chef', 5)).toEqual([]);
  });

  test('stops building when its signal is aborted', async () => {
    const building = createRecommender({ candidates, seed: 1, signal: AbortSignal.abort() });
    await expect(building).rejects.toThrow(/abort/i);
  });
});
