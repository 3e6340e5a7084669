import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { fieldsOf, type RankedCandidate } from '../candidate.ts';
import { candidatesAtHand } from '../candidate-source.ts';
import { describeRecommender, madeUpCandidates } from '../contract.fixture.ts';
import { latentSemanticVectors } from '../dense/fitted-vectors.ts';
import { createLexicalRecommender } from '../lexical.ts';
import { createInteractionsRecommender } from './interactions.ts';
import type { PastInteractions } from './past-interactions.ts';

const titleOf = ({ text }: RankedCandidate) => text.split('\n')[0] ?? '';

/** Postings of each trade to which half of the trade applied, those who know `quality` being hired. */
function pastOf(candidates: readonly RankedCandidate[], postings: number): PastInteractions[] {
  const random = createRandom(8);
  const trades = [...new Set(candidates.map(titleOf))].sort();
  const sorted = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from({ length: postings }, (_, i) => {
    const trade = trades[i % trades.length] ?? '';
    const steps = sorted
      .filter((candidate) => titleOf(candidate) === trade && random.next() < 0.7)
      .flatMap(({ id, text }) => [
        { candidateId: id, stage: 'applied' as const },
        { candidateId: id, stage: text.includes('quality') ? ('hired' as const) : ('rejected' as const) },
      ]);
    return { postingId: `posting-${i}`, text: `${trade}\nA ${trade} for our team.`, steps };
  });
}

async function create(candidates: readonly RankedCandidate[], past = pastOf(candidates, 40)) {
  const fields = candidates.map(({ text }) => fieldsOf(text));
  const vectors = await latentSemanticVectors(candidatesAtHand(candidates), { dimensions: 48, seed: 1 });
  return createInteractionsRecommender({
    ...vectors,
    lexical: createLexicalRecommender(fields),
    candidateIds: candidates.map(({ id }) => id),
    past,
    random: createRandom(2),
  });
}

describeRecommender('interactions', (candidates) => create(candidates));

describe('createInteractionsRecommender', () => {
  const candidates = madeUpCandidates(120);

  test('learns what the company chose by, also for a posting that it never saw', async () => {
    const { parts } = await (await create(candidates)).explain('Welder\nSteel, pipe and a torch.');
    const welders = [...candidates.keys()].filter((i) => titleOf(candidates[i]!) === 'Welder');
    const learned = (wanted: boolean) => {
      const chosen = welders.filter((i) => candidates[i]?.text.includes('quality') === wanted);
      return chosen.reduce((sum, i) => sum + parts.interactions![i]!, 0) / chosen.length;
    };
    expect(learned(true)).toBeGreaterThan(learned(false) + 0.1);
  });

  test('the parts add up to the score', async () => {
    const { scores, parts } = await (await create(candidates)).explain('Chef\nMenu and kitchen.');
    expect(Object.keys(parts)).toEqual(['lexical', 'dense', 'interactions']);
    scores.forEach((score, i) => {
      expect(Object.values(parts).reduce((sum, part) => sum + part[i]!, 0)).toBeCloseTo(score, 5);
    });
  });

  test('the order of postings and of their steps changes nothing', async () => {
    const past = pastOf(candidates, 40);
    const turned = past.toReversed().map((posting) => ({ ...posting, steps: posting.steps.toReversed() }));
    const texts = ['Teacher\nA class of pupils.'];
    expect(await (await create(candidates, turned)).score(texts)).toEqual(
      await (await create(candidates, past)).score(texts),
    );
  });

  test('too little to learn from is said with what is there and what it takes', async () => {
    await expect(create(candidates, pastOf(candidates, 4))).rejects.toThrow(
      /applications to 4 postings.*at least 200 to 20/,
    );
  });

  test('the name says what it was learned from', async () => {
    expect((await create(candidates)).name).toMatch(/learned from \d+ applications to 40 postings/);
  });
});
