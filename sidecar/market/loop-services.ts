import { totalmem } from 'node:os';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { createCompanyDetector } from './company-detector.ts';
import { createEffectSource } from './edit-effects/effect-source.ts';
import { createEstimator } from './estimator.ts';
import type { MarketSource } from './market.ts';
import { createMatchListMeasurer } from './match-list/match-list-measurer.ts';
import {
  createEditEffectCache,
  createEmbeddedListCache,
  createMatchListCache,
} from './match-list/measured-cache.ts';
import { createRewriter } from './rewriter.ts';
import type { ServicesSources } from './services-options.ts';

/** Wires market, detector and the loop into what rewrites, estimates and measures. */
export function createLoopServices({
  market,
  ...sources
}: ServicesSources & { readonly market: MarketSource }) {
  const { store, attributes, languageModel, seed, now, signal } = sources;
  const options = { store, market, languageModel, memoryBytes: totalmem(), seed };
  const detector = createCompanyDetector(store);
  const findings = (text: string) => detector.check(text).findings;
  const measured = { store, attributes, seed };
  const effects = createEditEffectCache(measured);
  const effectSource = createEffectSource({ ...options, findings, cache: effects, signal });
  const estimator = createEstimator({ ...options, findings, effects: effectSource });
  const readRequirements = createRequirementReader(loadTaxonomy());
  return {
    rewriter: createRewriter({ ...options, detector, estimator, readRequirements }),
    estimator,
    measurer: createMatchListMeasurer({
      ...options,
      cache: createMatchListCache(measured),
      embedded: createEmbeddedListCache(measured),
      effects,
      findings,
      now,
    }),
    effectSource,
  };
}
