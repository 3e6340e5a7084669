import { hashText } from '../../../shared/hash.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { MatchListMeasurer, MeasuringRun } from '../../routes/services.ts';
import { policyKind } from '../../storage/policy-kinds.ts';
import { measureEditEffects } from '../edit-effects/measure-edit-effects.ts';
import type { ServicesOptions } from '../services-options.ts';
import { type MeasuredList, measureMatchList } from './measure-match-list.ts';
import type { EditEffectCache, MatchListCache } from './measured-cache.ts';
import { measuringOptions } from './measuring-options.ts';

export interface MatchListMeasurerOptions extends ServicesOptions {
  readonly cache: MatchListCache;
  readonly effects: EditEffectCache;
  /** The list of the recommender that `interactions` re-ranks, for comparison. */
  readonly embedded: MatchListCache;
  readonly findings: (text: string) => readonly Finding[];
  readonly now: () => Date;
}

/**
 * Measures the lists of the past postings where that is switched on and not done yet, and keeps the figures: first what each
 * kind of edit does, which recruiters wait for, then the match list of the report.
 */
export function createMatchListMeasurer(options: MatchListMeasurerOptions): MatchListMeasurer {
  const { store, cache, effects } = options;
  let last: Promise<unknown> = Promise.resolve();
  const measureOnce = async (run: MeasuringRun) => {
    if (!store.settings.read().measuring || store.postings.count() === 0) return;
    const key = cache.key();
    if (cache.read(key) !== undefined && effects.read(key) !== undefined) return;
    await measureAndKeep(key, options, run);
  };
  return {
    measure(run) {
      // One after the other: whoever asks while it is measured finds the figures there.
      const turn = last.then(() => measureOnce(run));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function measureAndKeep(
  key: string,
  { store, market, cache, embedded, effects, findings, seed, now }: MatchListMeasurerOptions,
  { signal = new AbortController().signal, onProgress = () => undefined }: MeasuringRun,
): Promise<void> {
  const open = await market.current(onProgress);
  if (open === undefined || open.attributes.length === 0) return;
  const options = measuringOptions({ store, open, findings, seed, signal, onProgress });
  // A series of its own: it describes what is in force, and no promotion rests on it.
  const look = store.looks.record(`${open.salt} match list`, 'match list of the report');
  if (effects.read(key) === undefined) effects.write(key, await measureEditEffects(options));
  const figures = await measureMatchList(options);
  const measuredOn = now().toISOString().slice(0, 10);
  const provenance = {
    key,
    salt: open.salt,
    look: String(look.n),
    seed: String(seed),
    pool: market.revision(),
    postings: hashText(options.postings.map(({ text }) => text).join('\n\f\n')),
    policy: store.policies.current(policyKind)?.policyId ?? 'none promoted, curated suggestions',
    data: open.synthetic ? 'synthetic sample' : 'as imported',
  };
  const dated = (list: readonly MeasuredList[]) => list.map((one) => ({ ...one, measuredOn, provenance }));
  if (open.shown !== open.recommender) {
    const beside = { ...options, market: { ...open, recommender: open.shown } };
    embedded.write(key, dated(await measureMatchList(beside)));
  }
  cache.write(key, dated(figures));
}
