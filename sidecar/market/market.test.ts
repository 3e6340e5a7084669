import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AttributeStore, openAttributes } from '../storage/attributes.ts';
import { openStore, type Store } from '../storage/store.ts';
import { createMarketSource, type MarketSource } from './market.ts';

let directory: string;
let store: Store;
let attributes: AttributeStore;
let market: MarketSource;
const ended = new AbortController();

const trades = ['Welder', 'Chef', 'Teacher', 'Accountant'];
function save(from: number, to: number, trade?: string): void {
  for (let i = from; i < to; i += 1) {
    const text = `${trade ?? trades[i % 4]}\nFive years in ${i % 2 ? 'large' : 'small'} teams, job ${i}.`;
    const qualification = { occupations: [], skills: [], licences: [] };
    store.candidates.save({ externalId: `person-${i}`, text, skills: [], licences: [], qualification }, text);
  }
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  store = openStore(directory);
  attributes = openAttributes(directory);
  market = createMarketSource({ store, attributes, seed: 1, signal: ended.signal });
  save(0, 40);
});
afterEach(() => {
  store.close();
  attributes.close();
  rmSync(directory, { recursive: true });
});

describe('the market', () => {
  it('measures the recommender that the settings name, and another one from when they change', async () => {
    const embedded = await market.current();
    expect(embedded?.recommender.name).toMatch(/^hybrid/);
    const before = market.revision();
    store.settings.update({
      recommender: { kind: 'external', url: 'http://127.0.0.1:9/rank', allowOtherHost: false },
    });
    expect(market.revision()).not.toBe(before);
    expect((await market.current())?.recommender.name).toBe('external (http://127.0.0.1:9)');
  });

  it('is whole where somebody comes between the look at the people and the look at their texts', async () => {
    let looks = 0;
    const qualifiedPeople = () => {
      const seen = store.qualifiedPeople();
      save(40 + looks, 41 + looks, 'Baker');
      looks += 1;
      return seen;
    };
    const moving = { ...store, qualifiedPeople };
    const opened = await createMarketSource({
      store: moving,
      attributes,
      seed: 1,
      signal: ended.signal,
    }).current();
    expect([looks, opened?.pool.ids.length, opened?.pool.qualifications.length]).toEqual([1, 41, 41]);
    expect(await opened?.recommender.score(['Baker'])).toMatchObject([{ length: 41 }]);
  });

  it('reads self-reports only when they are asked for', async () => {
    let reads = 0;
    const counted: AttributeStore = {
      ...attributes,
      attributes: () => {
        reads += 1;
        return attributes.attributes();
      },
    };
    const opened = await createMarketSource({
      store,
      attributes: counted,
      seed: 1,
      signal: ended.signal,
    }).current();
    await opened?.explain('Welder', 5);
    expect(reads).toBe(0);
    expect([opened?.attributes, reads]).toEqual([[], 1]);
  });

  it('says what is missing where there is too little to learn from', async () => {
    store.settings.update({ recommender: { kind: 'interactions' } });
    const opened = await market.current();
    await expect(opened?.recommender.score(['Baker'])).rejects.toThrow(/0 applications to 0 postings/);
  });

  it('answers a pool that grew from the old vectors, then from new ones', async () => {
    const texts = ['Baker\nSmall teams.'];
    const first = await market.current();
    save(40, 60, 'Baker');
    const grown = await market.current();
    expect(grown?.pool.ids).toHaveLength(60);
    const old = await grown?.recommender.score(texts);
    await expect.poll(async () => (await market.current()) !== grown, { timeout: 20_000 }).toBe(true);
    const refitted = await market.current();
    expect(refitted?.pool.ids).toEqual(grown?.pool.ids);
    expect(await refitted?.recommender.score(texts)).not.toEqual(old);
    expect(await grown?.recommender.score(texts)).toEqual(old);
    expect(first?.pool.ids).toHaveLength(40);
  });
});
