import { createMarketSource, type MarketSourceOptions } from './market/market.ts';
import { createMatcher } from './market/matcher.ts';
import type { ServicesSources } from './market/services-options.ts';
import type { Estimator, Matcher, MatchListMeasurer, Rewriter } from './routes/services.ts';

/** What needs the recommender. The command line runs it in its own process, the sidecar in a worker thread. */
export interface Services {
  readonly matcher: Matcher;
  readonly rewriter: Rewriter;
  readonly estimator: Estimator;
  readonly measurer: MatchListMeasurer;
  /** Builds the recommender and measures the wording where due, so that no request waits. */
  warmUp(): Promise<void>;
}

/** Wires store, recommender, detector and the loop into the services that routes and commands use. */
export function createServices(sources: ServicesSources & Pick<MarketSourceOptions, 'prepare'>): Services {
  const market = createMarketSource(sources);
  let loading: ReturnType<typeof loadLoop> | undefined;
  // Half of the program, which the match list does without: loaded once a list can be had, or when it is asked for.
  const loadLoop = async () => {
    const { createLoopServices } = await import('./market/loop-services.ts');
    return createLoopServices({ ...sources, market });
  };
  const loop = () => {
    loading ??= loadLoop();
    return loading;
  };
  return {
    matcher: createMatcher({ market }),
    rewriter: { rewrite: async (request, run) => (await loop()).rewriter.rewrite(request, run) },
    estimator: { estimate: async (request, signal) => (await loop()).estimator.estimate(request, signal) },
    measurer: { measure: async (run) => (await loop()).measurer.measure(run) },
    warmUp: async () => {
      await market.current();
      await (await loop()).effectSource.current();
    },
  };
}
