import { expect, it } from 'vitest';
import { openTemporaryStore } from '../../sidecar/storage/temporary-store.fixture.ts';
import { type Ask, attack, baseRate, leakingAnswers, serviceAnswers } from './known-words-attack.ts';

it('answers about the list of the very text would tell who knows words of single people their groups', async () => {
  expect(await attack(leakingAnswers, 4)).toBeGreaterThan(baseRate + 0.15);
}, 60_000);

it('from the answers of the service no group is recovered better than by the base rate', async () => {
  const service = serviceAnswers(openTemporaryStore().store);
  const verdicts = new Set<unknown>();
  const ask: Ask = async (original, rewritten) => {
    const answer = await service(original, rewritten);
    verdicts.add(JSON.parse(answer).verdict);
    return answer;
  };
  expect(await attack(ask, 8)).toBeLessThanOrEqual(baseRate);
  // What is said of known edits was measured; only of free text nothing is said.
  expect(verdicts).toEqual(new Set(['no-measurable-change', 'not-enough-data']));
}, 120_000);
