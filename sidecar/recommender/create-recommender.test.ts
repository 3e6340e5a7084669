import { describe, expect, test } from 'vitest';
import { ServiceUnavailable } from '../routes/services.ts';
import { describeRecommender, madeUpCandidates } from './contract.fixture.ts';
import { createRecommender } from './create-recommender.ts';
import type { FittedVectorStore, FittedVectors } from './dense/fitted-vectors.ts';
import type { PastInteractions } from './interactions/past-interactions.ts';

for (const kind of ['lexical', 'dense'] as const) {
  describeRecommender(
    `${kind}, chosen alone`,
    async (candidates) => (await createRecommender({ candidates, seed: 1, choice: { kind } })).recommender,
  );
}

describeRecommender(
  'hybrid',
  async (candidates) => (await createRecommender({ candidates, seed: 1 })).recommender,
);

function keptVectors() {
  const written: FittedVectors[] = [];
  const store: FittedVectorStore = { read: () => written.at(-1), write: (vectors) => written.push(vectors) };
  return { store, written };
}

/** Everyone applied to each of twenty postings; every other person was hired. */
function pastApplications(candidates: readonly { id: string }[]): PastInteractions[] {
  return Array.from({ length: 20 }, (_, i) => ({
    postingId: `posting-${i}`,
    text: 'Chef for our kitchen',
    steps: candidates.map(({ id }, n) => ({ candidateId: id, stage: n % 2 ? 'hired' : 'applied' })),
  }));
}

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

  test('a pool that changed by a fifth is answered from the old vectors and can be fitted anew', async () => {
    const { store, written } = keptVectors();
    const texts = ['Chef\nMenu and kitchen.'];
    const first = await createRecommender({ candidates, seed: 1, vectors: store });
    expect(first.refit).toBeUndefined();
    const fewer = await createRecommender({ candidates: candidates.slice(4), seed: 1, vectors: store });
    expect(fewer.refit).toBeUndefined();

    const others = [...candidates.slice(8), ...madeUpCandidates(9).slice(1)];
    const changed = await createRecommender({ candidates: others, seed: 1, vectors: store });
    const served = await changed.recommender.score(texts);
    const fitted = await changed.refit?.();
    expect(await changed.recommender.score(texts)).toEqual(served);
    const fresh = await createRecommender({ candidates: others, seed: 1 });
    expect(await fitted?.recommender.score(texts)).toEqual(await fresh.recommender.score(texts));
    expect(written.at(-1)?.fittedOn).toHaveLength(40);
  });

  test('what the company did is measured, and never orders the list that people see', async () => {
    const past = pastApplications(candidates);
    const choice = { kind: 'interactions' } as const;
    const learned = await createRecommender({ candidates, seed: 1, choice, past });
    const embedded = await createRecommender({ candidates, seed: 1 });
    expect(learned.recommender.name).toMatch(/^interactions/);
    expect(await learned.explain('Chef', 10)).toEqual(await embedded.explain('Chef', 10));
  });

  test('with too little to learn from, measuring says so and people still see their list', async () => {
    const choice = { kind: 'interactions' } as const;
    const learned = await createRecommender({ candidates, seed: 1, choice, past: [] });
    const embedded = await createRecommender({ candidates, seed: 1 });
    expect(await learned.explain('Chef', 10)).toEqual(await embedded.explain('Chef', 10));
    await expect(learned.recommender.score(['Chef'])).rejects.toThrow(ServiceUnavailable);
  });

  test('an external recommender on another machine is refused before anything is sent', async () => {
    const choice = { kind: 'external', url: 'http://10.0.0.1/rank', allowOtherHost: false } as const;
    await expect(createRecommender({ candidates, seed: 1, choice })).rejects.toThrow(/another machine/);
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
