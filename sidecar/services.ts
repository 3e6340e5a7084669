import { totalmem } from 'node:os';
import type { LanguageModel } from './language-model/ollama-client.ts';
import { createMarketSource } from './market/market.ts';
import { createMatcher } from './market/matcher.ts';
import { createRewriter } from './market/rewriter.ts';
import type { Estimator, Matcher, Rewriter } from './routes/services.ts';
import type { AttributeStore } from './storage/attributes.ts';
import type { Store } from './storage/store.ts';

/** What needs the recommender. The command line runs it in its own process, the sidecar in a worker thread. */
export interface Services {
  readonly matcher: Matcher;
  readonly rewriter: Rewriter;
  readonly estimator: Estimator;
  /** Builds the recommender now, so that the first request does not wait for it. */
  warmUp(): Promise<void>;
}

export interface ServicesSources {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly languageModel: LanguageModel;
  readonly seed: number;
  /** Ends every build under way. */
  readonly signal: AbortSignal;
}

/** Wires store, recommender, detector and the loop into the services that routes and commands use. */
export function createServices({
  store,
  attributes,
  languageModel,
  seed,
  signal,
}: ServicesSources): Services {
  const market = createMarketSource({ store, attributes, seed, signal });
  const rewriter = createRewriter({ store, market, languageModel, memoryBytes: totalmem(), seed });
  return {
    matcher: createMatcher({ market }),
    rewriter,
    estimator: rewriter,
    warmUp: async () => {
      await market.current();
    },
  };
}
