import type { Finding } from '../../../shared/protocol/finding.ts';
import type { ProgressEvent } from '../../../shared/protocol/rewrite.ts';
import type { EditEffectCache } from '../match-list/measured-cache.ts';
import { measuringOptions } from '../match-list/measuring-options.ts';
import type { ServicesOptions } from '../services-options.ts';
import type { EditEffect } from './edit-effects.ts';
import { measureEditEffects } from './measure-edit-effects.ts';

export interface EffectSourceOptions extends Pick<ServicesOptions, 'store' | 'market' | 'seed'> {
  readonly findings: (text: string) => readonly Finding[];
  readonly cache: EditEffectCache;
  /** Ends a measurement under way. */
  readonly signal: AbortSignal;
}

export interface EffectSource {
  /**
   * What was measured last. Where nothing was, it is measured now, once for everyone who waits; later changes of the data
   * are measured with the match list.
   */
  current(listener?: (progress: ProgressEvent) => void): Promise<readonly EditEffect[]>;
}

export function createEffectSource(options: EffectSourceOptions): EffectSource {
  const { store, market, cache, findings, seed, signal } = options;
  let underWay: Promise<readonly EditEffect[]> | undefined;
  const listeners = new Set<(progress: ProgressEvent) => void>();
  const onProgress = (progress: ProgressEvent) => {
    for (const listener of listeners) listener(progress);
  };
  async function measure(): Promise<readonly EditEffect[]> {
    const open = await market.current(onProgress);
    if (open === undefined || open.attributes.length === 0) return [];
    const key = cache.key();
    store.looks.record(`${open.salt} match list`, 'words for recruiters');
    const effects = await measureEditEffects(
      measuringOptions({ store, open, findings, seed, signal, onProgress }),
    );
    cache.write(key, effects);
    return effects;
  }
  return {
    async current(listener = () => undefined) {
      const known = cache.latest();
      if (known !== undefined) return known;
      if (!store.settings.read().measuring || store.postings.count() === 0) return [];
      listeners.add(listener);
      underWay ??= measure().finally(() => {
        underWay = undefined;
        listeners.clear();
      });
      return underWay;
    },
  };
}
