import type { ProgressEvent } from '../../shared/protocol/rewrite.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { type CreatedRecommender, createRecommender } from '../recommender/create-recommender.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { StoredCandidate } from '../storage/candidates.ts';
import type { Store } from '../storage/store.ts';

/** The company's candidates with a recommender over them, ready to be asked. */
export interface OpenMarket extends Market {
  readonly explain: CreatedRecommender['explain'];
}

export interface MarketSource {
  /**
   * The market of the candidates as they are now; undefined while there are none. It is built at the first call and
   * again after the candidates changed; calls that come meanwhile wait for the same build.
   */
  current(onProgress?: (progress: ProgressEvent) => void): Promise<OpenMarket | undefined>;
}

export interface MarketSourceOptions {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly seed: number;
  readonly signal: AbortSignal;
}

type Listener = (progress: ProgressEvent) => void;

/** Reads the store into a recommender and a pool; what it made is kept until the pool's revision moves on. */
export function createMarketSource(options: MarketSourceOptions): MarketSource {
  let built: { revision: number; market: Promise<OpenMarket | undefined> } | undefined;
  // Whoever waits hears of the build, also of one that another call began.
  const listeners = new Set<Listener>();
  const tellAll: Listener = (progress) => {
    for (const listener of listeners) listener(progress);
  };

  function buildOnce(): Promise<OpenMarket | undefined> {
    const revision = options.store.candidates.revision();
    if (built?.revision === revision) return built.market;
    const attempt = { revision, market: buildMarket(options, tellAll) };
    built = attempt;
    // A failed build is forgotten, so that the next call tries again.
    attempt.market.catch(() => {
      if (built === attempt) built = undefined;
    });
    return attempt.market;
  }

  return {
    async current(onProgress) {
      if (onProgress !== undefined) listeners.add(onProgress);
      try {
        return await buildOnce();
      } finally {
        if (onProgress !== undefined) listeners.delete(onProgress);
      }
    },
  };
}

async function buildMarket(
  { store, attributes, seed, signal }: MarketSourceOptions,
  onProgress: Listener,
): Promise<OpenMarket | undefined> {
  const candidates = [...store.candidates.all()].map(toRanked);
  if (candidates.length === 0) return undefined;
  const { recommender, pool, explain } = await createRecommender({ candidates, seed, signal, onProgress });
  return {
    recommender,
    pool,
    explain,
    attributes: attributes.attributes().map((name) => attributes.column(name, pool.ids)),
    readRequirements: createRequirementReader(loadTaxonomy()),
    salt: `salt ${seed}`,
    synthetic: store.settings.read().sample,
  };
}

function toRanked({ externalId, text, occupation, skills, licences, yearsOfExperience }: StoredCandidate) {
  return {
    id: externalId,
    text,
    ...(occupation === undefined ? {} : { occupation }),
    skills: [...skills],
    licences: [...licences],
    ...(yearsOfExperience === undefined ? {} : { yearsOfExperience }),
  };
}
