import { beforeEach, describe, expect, it } from 'vitest';
import { clusterPeople } from '../qualification/person-cluster.ts';
import { type AttributeStore, openAttributes } from '../storage/attributes.ts';
import type { StoredCandidate } from '../storage/candidates.ts';
import { candidateOf } from '../storage/records.fixture.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { fewestToPrepare } from './build-recommender.ts';
import { createMarketSource, type MarketSourceOptions } from './market.ts';
import { prepareMarket } from './prepare-market.ts';

const { signal } = new AbortController();
const seed = 1;
const trades = ['welds plates', 'cooks soups', 'teaches children'];

let store: Store;
let directory: string;
let attributes: AttributeStore;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
  attributes = openAttributes(directory);
  store.transaction(() => save(0, fewestToPrepare));
  return () => attributes.close();
});

function save(from: number, to: number): void {
  for (let n = from; n < to; n += 1)
    store.candidates.save(candidateOf(`c${n}`, `${trades[n % 3]} in team ${n}`), `h${n}`);
}

const toPerson = ({ externalId, text }: StoredCandidate) => ({ id: externalId, text });

/** A market over the folder, and how often it has read everybody's text since. */
function openMarket(prepare: MarketSourceOptions['prepare']) {
  let reads = 0;
  const everyone = () => {
    reads += 1;
    return store.candidates.everyone();
  };
  const counted = { ...store, candidates: { ...store.candidates, everyone } };
  const market = createMarketSource({ store: counted, attributes, seed, signal, prepare });
  return { market, reads: () => reads };
}

describe('a market that is prepared in a thread of its own', () => {
  it('gives the same list, bit by bit, without a look at the texts here', async () => {
    store.settings.update({ measuring: true });
    const told: number[] = [];
    const prepared = openMarket((run) => prepareMarket({ directory, seed }, run));
    const market = await prepared.market.current(({ done }) => told.push(done));
    expect(market?.pool.ids).toHaveLength(fewestToPrepare);
    expect(market?.pool.clusters).toEqual(clusterPeople([...store.candidates.all()].map(toPerson)));
    expect(prepared.reads()).toBe(0);
    expect(told.length).toBeGreaterThan(0);
    const { store: other, directory: apart } = openTemporaryStore();
    other.transaction(() => {
      for (const person of store.candidates.all()) other.candidates.save(person, person.externalId);
    });
    const ownAttributes = openAttributes(apart);
    const here = await createMarketSource({
      store: other,
      attributes: ownAttributes,
      seed,
      signal,
    }).current();
    ownAttributes.close();
    const texts = ['A welder who welds plates.', 'Children'];
    expect(await market?.recommender.score(texts)).toEqual(await here?.recommender.score(texts));
  });
});

describe('a preparation', () => {
  /** One that is under way until the test ends it. */
  function heldPreparation() {
    const runs: { end(): void; fail(): void }[] = [];
    const prepare = () =>
      new Promise<void>((resolve, reject) => {
        runs.push({ end: resolve, fail: () => reject(new Error('no room for a thread')) });
      });
    return { runs, prepare };
  }

  it('is one for everyone who waits, and is not made again of the same pool', async () => {
    const { runs, prepare } = heldPreparation();
    const { market, reads } = openMarket(prepare);
    const waiting = [market.current(), market.current()];
    const turn = new Promise((resolve) => setImmediate(() => resolve('free')));
    expect(await Promise.race([...waiting, turn])).toBe('free');
    expect([runs.length, reads()]).toEqual([1, 0]);
    runs[0]?.end();
    const [first, second] = await Promise.all(waiting);
    expect(first).toBe(second);
    await openMarket(prepare).market.current();
    expect(runs).toHaveLength(1);
  });

  it('that fails leaves the work to be done here', async () => {
    const { runs, prepare } = heldPreparation();
    const { market, reads } = openMarket(prepare);
    const waiting = market.current();
    runs[0]?.fail();
    expect((await waiting)?.pool.ids).toHaveLength(fewestToPrepare);
    expect(reads()).toBeGreaterThan(0);
  });

  it('is made again once somebody came, and where what was made is gone', async () => {
    const { runs, prepare } = heldPreparation();
    await openMarket(undefined).market.current();
    const changes = [() => save(fewestToPrepare, fewestToPrepare + 1), () => store.preparedMarket.forget()];
    for (const change of changes) {
      runs.length = 0;
      await openMarket(prepare).market.current();
      expect(runs).toHaveLength(0);
      change();
      const waiting = openMarket(prepare).market.current();
      expect(runs).toHaveLength(1);
      runs[0]?.end();
      await waiting;
    }
  });

  it('is not made of a few people', async () => {
    const { runs, prepare } = heldPreparation();
    store.candidates.remove('c0');
    await openMarket(prepare).market.current();
    expect(runs).toHaveLength(0);
  });
});
