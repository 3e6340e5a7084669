import type { Detector } from '../../../shared/detection/detector.ts';
import { createDetector } from '../../../shared/detection/detector.ts';
import { hashText } from '../../../shared/hash.ts';
import type { MatchListMeasurer, MeasuringRun } from '../../routes/services.ts';
import { wholeText } from '../../storage/postings.ts';
import { policyKind } from '../../training-jobs/train-policy.ts';
import { promotedPolicy } from '../promoted-policy.ts';
import type { ServicesOptions } from '../services-options.ts';
import type { MatchListCache } from './match-list-cache.ts';
import { measureMatchList } from './measure-match-list.ts';

export interface MatchListMeasurerOptions extends ServicesOptions {
  readonly cache: MatchListCache;
  readonly now: () => Date;
}

/** Measures the list over the past postings where that is switched on and not done yet, and keeps the figures. */
export function createMatchListMeasurer(options: MatchListMeasurerOptions): MatchListMeasurer {
  const { store, cache } = options;
  let detector: Detector | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const measureOnce = async (run: MeasuringRun) => {
    if (!store.settings.read().measuring || store.postings.count() === 0) return;
    const key = cache.key();
    if (cache.read(key) !== undefined) return;
    detector ??= createDetector();
    await measureAndKeep(key, detector, options, run);
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
  detector: Detector,
  { store, market, cache, seed, now }: MatchListMeasurerOptions,
  { signal = new AbortController().signal, onProgress = () => undefined }: MeasuringRun,
): Promise<void> {
  const open = await market.current(onProgress);
  if (open === undefined || open.attributes.length === 0) return;
  const postings = store.postings
    .all()
    .map((posting) => ({ id: posting.externalId, text: wholeText(posting) }));
  // A series of its own: it describes what is in force, and no promotion rests on it.
  const look = store.looks.record(`${open.salt} match list`, 'match list of the report');
  const figures = await measureMatchList({
    market: open,
    policy: promotedPolicy(store),
    postings,
    findings: (text) => detector.check(text).findings,
    statements: store.statements.all(),
    optimising: store.settings.read().optimising,
    seed,
    signal,
    onProgress,
  });
  const measuredOn = now().toISOString().slice(0, 10);
  const provenance = {
    key,
    salt: open.salt,
    look: String(look.n),
    seed: String(seed),
    pool: market.revision(),
    postings: hashText(postings.map(({ text }) => text).join('\n\f\n')),
    policy: store.policies.current(policyKind)?.policyId ?? 'none promoted, search only',
    data: open.synthetic ? 'synthetic sample' : 'as imported',
  };
  cache.write(
    key,
    figures.map((one) => ({ ...one, measuredOn, provenance })),
  );
}
