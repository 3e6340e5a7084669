import { expect, it } from 'vitest';
import { interactionsGap } from '../../sidecar/market/match-list/interactions-gap.ts';
import { createMatchListMeasurer } from '../../sidecar/market/match-list/match-list-measurer.ts';
import {
  createEditEffectCache,
  createEmbeddedListCache,
  createMatchListCache,
} from '../../sidecar/market/match-list/measured-cache.ts';
import { openTemporaryStore } from '../../sidecar/storage/temporary-store.fixture.ts';
import { createToyWorld, toyFindings } from '../learning/toy-world.ts';

const world = createToyWorld({ seed: 5, candidates: 2400, postings: 12, skew: 0.6 });
const requirements = new Map(world.postings.map(({ space, requirements: asked }) => [space.text, asked]));

/** Ranks by place in the pool, which nobody's group has a part in. */
const blind = {
  name: 'blind',
  size: world.pool.ids.length,
  score: async (texts: readonly string[]) => texts.map(() => Float32Array.from(world.pool.ids, (_, i) => -i)),
};

it('stands beside the gap of the recommender that interactions re-ranks, where that one is chosen', async () => {
  const { store } = openTemporaryStore();
  store.settings.update({ measuring: true, recommender: { kind: 'interactions' } });
  world.postings.forEach(({ id, space }) => {
    store.postings.save({ externalId: id, title: 'T', text: space.text });
  });
  const sources = { store, attributes: { revision: () => 1 }, seed: 1 };
  const market = {
    recommender: world.recommender,
    shown: blind,
    explain: async () => [],
    plainName: 'the toy recommender',
    pool: world.pool,
    everyone: world.pool.ids.map((_, index) => index),
    attributes: [world.attribute],
    readRequirements: (text: string) => {
      const asked = requirements.get(text.replace(/^T\s+/, ''));
      return asked ?? { skills: [], optionalSkills: [], licences: [] };
    },
    salt: 'toy',
    synthetic: true,
  };
  const measurer = createMatchListMeasurer({
    store,
    market: { revision: () => '1', current: async () => market },
    languageModel: { list: async () => [], chat: async () => '' } as never,
    memoryBytes: 0,
    seed: 1,
    cache: createMatchListCache(sources),
    embedded: createEmbeddedListCache(sources),
    effects: createEditEffectCache(sources),
    findings: toyFindings('exclusionary'),
    now: () => new Date('2026-01-05T12:00:00Z'),
  });
  expect(interactionsGap(sources)).toBeUndefined();
  await measurer.measure({});
  const [gap] = interactionsGap(sources) ?? [];
  expect(gap?.interactions.recommender).toBe(world.recommender.name);
  expect(gap?.embedded.recommender).toBe('blind');
  expect(gap?.interactions.excessGap).toBeGreaterThan((gap?.embedded.excessGap ?? 1) + 0.02);
  store.settings.update({ recommender: { kind: 'embedded' } });
  expect(interactionsGap(sources)).toBeUndefined();
});
