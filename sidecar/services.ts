import { totalmem } from 'node:os';
import { createCandidateReader } from './import/candidate-reader.ts';
import type { LanguageModel } from './language-model/ollama-client.ts';
import { loadSample } from './market/load-sample.ts';
import { createMarketSource } from './market/market.ts';
import { createMatchListCache } from './market/match-list/match-list-cache.ts';
import { createMatchListMeasurer } from './market/match-list/match-list-measurer.ts';
import { createMatcher } from './market/matcher.ts';
import { createRewriter } from './market/rewriter.ts';
import type { Estimator, Matcher, MatchListMeasurer, Rewriter } from './routes/services.ts';
import type { AttributeStore } from './storage/attributes.ts';
import type { Store } from './storage/store.ts';

/** What needs the recommender. The command line runs it in its own process, the sidecar in a worker thread. */
export interface Services {
  readonly matcher: Matcher;
  readonly rewriter: Rewriter;
  readonly estimator: Estimator;
  readonly measurer: MatchListMeasurer;
  /** Loads the sample company where it is due and builds the recommender, so that no request waits for them. */
  warmUp(): Promise<void>;
}

export interface ServicesSources {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly languageModel: LanguageModel;
  readonly seed: number;
  readonly now: () => Date;
  /** Ends every build under way. */
  readonly signal: AbortSignal;
}

/** Wires store, recommender, detector and the loop into the services that routes and commands use. */
export function createServices({
  store,
  attributes,
  languageModel,
  seed,
  now,
  signal,
}: ServicesSources): Services {
  const market = createMarketSource({ store, attributes, seed, signal });
  const options = { store, market, languageModel, memoryBytes: totalmem(), seed };
  const rewriter = createRewriter(options);
  return {
    matcher: createMatcher({ market }),
    rewriter,
    estimator: rewriter,
    measurer: createMatchListMeasurer({
      ...options,
      cache: createMatchListCache({ store, attributes, seed }),
      now,
    }),
    warmUp: async () => {
      loadSample(store, attributes, createCandidateReader());
      await market.current();
    },
  };
}
