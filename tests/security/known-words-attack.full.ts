import { expect, it } from 'vitest';
import { openTemporaryStore } from '../../sidecar/storage/temporary-store.fixture.ts';
import { attack, baseRate, serviceAnswers } from './known-words-attack.ts';

it('in 10,000 calls no group is recovered better than by the base rate', async () => {
  expect(await attack(serviceAnswers(openTemporaryStore().store), 100)).toBeLessThanOrEqual(baseRate);
}, 600_000);
