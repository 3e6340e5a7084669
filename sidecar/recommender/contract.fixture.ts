import { describe, expect, test } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import type { Recommender } from '../../training/recommender.ts';
import type { RankedCandidate } from './candidate.ts';

const trades = {
  Chef: 'kitchen menu recipes sauce banquet catering plating pastry grill',
  Accountant: 'ledger invoices reconciliation audit tax payroll statements budget',
  Welder: 'steel torch fabrication blueprint grinding pipe workshop safety',
  Teacher: 'classroom lesson pupils curriculum grading parents school reading',
};

/** Made-up candidates of four trades, enough of them that every term is shared by several. */
export function madeUpCandidates(count: number): RankedCandidate[] {
  const random = createRandom(count);
  const kinds = Object.entries(trades);
  return Array.from({ length: count }, (_, i) => {
    const [title = '', words = ''] = kinds[i % kinds.length] ?? [];
    const chosen = random.shuffle(words.split(' ')).slice(0, 5);
    const common = random
      .shuffle('team customers planning reports training shifts quality stock'.split(' '))
      .slice(0, 4);
    return {
      id: `candidate-${i}`,
      text: `${title}\nWorked with ${chosen.join(', ')}. Also ${common.join(' and ')}.`,
    };
  });
}

const postings = [
  'Chef\nYou run a kitchen, write the menu and lead catering for banquets.',
  'Chef\nYou run a kitchen, write the menu and lead a young team.',
  'Accountant\nLedger, invoices and audit. You keep the budget.',
  'Nothing that anyone here has ever done',
  '',
];

/**
 * What every recommender of the port must hold. Call it in the recommender's own test.
 * @param create builds the recommender over these candidates; called several times.
 */
export function describeRecommender(
  name: string,
  create: (candidates: readonly RankedCandidate[]) => Promise<Recommender>,
): void {
  describe(`${name} keeps the contract of a recommender`, () => {
    const candidates = madeUpCandidates(60);

    test('gives one finite score a candidate and a text', async () => {
      const recommender = await create(candidates);
      const scores = await recommender.score(postings);
      expect(recommender.size).toBe(candidates.length);
      expect(scores.map((column) => column.length)).toEqual(postings.map(() => candidates.length));
      expect(scores.every((column) => column.every(Number.isFinite))).toBe(true);
    });

    test('ranks the people of the trade first', async () => {
      const recommender = await create(candidates);
      const [chefs = new Float32Array()] = await recommender.score([postings[0] ?? '']);
      const best = [...chefs.keys()].sort((a, b) => (chefs[b] ?? 0) - (chefs[a] ?? 0)).slice(0, 10);
      expect(best.map((i) => candidates[i]?.text.split('\n')[0])).toEqual(best.map(() => 'Chef'));
    });

    test('gives a text the same bits alone, among others and in another instance', async () => {
      const recommender = await create(candidates);
      const together = await recommender.score(postings);
      const alone = await Promise.all(postings.map(async (text) => (await recommender.score([text]))[0]));
      expect(alone).toEqual(together);
      expect(await (await create(candidates)).score(postings)).toEqual(together);
    });

    test('the order of the candidates changes no score', async () => {
      const order = createRandom(5).shuffle([...candidates.keys()]);
      const inOrder = await (await create(candidates)).score(postings);
      const shuffled = await (await create(order.flatMap((i) => candidates[i] ?? []))).score(postings);
      shuffled.forEach((column, text) => {
        expect([...column]).toEqual(order.map((i) => inOrder[text]?.[i]));
      });
    });

    test('no texts, no scores', async () => {
      expect(await (await create(candidates)).score([])).toEqual([]);
    });

    test('stops when its signal is aborted', async () => {
      const recommender = await create(candidates);
      await expect(recommender.score(postings, AbortSignal.abort())).rejects.toThrow(/abort/i);
    });
  });
}
