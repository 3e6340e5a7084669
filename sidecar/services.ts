import { totalmem } from 'node:os';
import { createCandidateReader } from './import/candidate-reader.ts';
import type { LanguageModel } from './language-model/ollama-client.ts';
import { createCompanyDetector } from './market/company-detector.ts';
import { createEffectSource } from './market/edit-effects/effect-source.ts';
import { createEstimator } from './market/estimator.ts';
import { loadSample } from './market/load-sample.ts';
import { createMarketSource } from './market/market.ts';
import { createMatchListMeasurer } from './market/match-list/match-list-measurer.ts';
import {
  createEditEffectCache,
  createEmbeddedListCache,
  createMatchListCache,
} from './market/match-list/measured-cache.ts';
import { createMatcher } from './market/matcher.ts';
import { createRewriter } from './market/rewriter.ts';
import { createRequirementReader } from './qualification/requirements.ts';
import { loadTaxonomy } from './qualification/taxonomy/taxonomy.ts';
import type { Estimator, Matcher, MatchListMeasurer, Rewriter } from './routes/services.ts';
import type { AttributeStore } from './storage/attributes.ts';
import type { Store } from './storage/store.ts';

/** What needs the recommender. The command line runs it in its own process, the sidecar in a worker thread. */
export interface Services {
  readonly matcher: Matcher;
  readonly rewriter: Rewriter;
  readonly estimator: Estimator;
  readonly measurer: MatchListMeasurer;
  /** Loads the sample company, builds the recommender and measures the wording where due, so that no request waits. */
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
  const detector = createCompanyDetector(store);
  const findings = (text: string) => detector.check(text).findings;
  const sources = { store, attributes, seed };
  const effects = createEditEffectCache(sources);
  const effectSource = createEffectSource({ ...options, findings, cache: effects, signal });
  const estimator = createEstimator({ store, market, findings, effects: effectSource });
  const readRequirements = createRequirementReader(loadTaxonomy());
  return {
    matcher: createMatcher({ market }),
    rewriter: createRewriter({ ...options, detector, estimator, readRequirements }),
    estimator,
    measurer: createMatchListMeasurer({
      ...options,
      cache: createMatchListCache(sources),
      embedded: createEmbeddedListCache(sources),
      effects,
      findings,
      now,
    }),
    warmUp: async () => {
      loadSample(store, attributes, createCandidateReader());
      await market.current();
      await effectSource.current();
    },
  };
}
