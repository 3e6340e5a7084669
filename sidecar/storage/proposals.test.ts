import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './store.ts';
import { openTemporaryStore } from './temporary-store.fixture.ts';

let store: Store;
beforeEach(() => {
  ({ store } = openTemporaryStore({ now: () => new Date('2024-05-01T10:00:00Z') }));
});

describe('proposals', () => {
  const proposal = {
    originalHash: 'a1',
    proposedHash: 'b2',
    shown: 'policy',
    propensities: { policy: 0.5, curated: 0.5 },
  };

  it('are kept with the chance that each had', () => {
    store.proposals.add(proposal);
    expect(store.proposals.all()).toEqual([{ ...proposal, proposedAt: '2024-05-01T10:00:00.000Z' }]);
    expect(store.proposals.count()).toBe(1);
  });

  it('are refused when their chances do not add up: nothing could be learned from them', () => {
    expect(() => store.proposals.add({ ...proposal, propensities: { policy: 0.5 } })).toThrow('add up');
    expect(store.proposals.count()).toBe(0);
  });

  it('are explored among only when an analyst said so', () => {
    expect(store.settings.read().exploring).toBe(false);
  });
});
