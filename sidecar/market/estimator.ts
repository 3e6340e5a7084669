import { relevance, skillShare, topList } from '../../shared/fairness/match-list/relevance.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { Estimate, EstimateRequest, ProgressEvent } from '../../shared/protocol/rewrite.ts';
import type { Estimator } from '../routes/services.ts';
import { describeEffect, type EffectWord, wordOf } from './edit-effects/edit-effects.ts';
import { kindOfEdit, kindsOfRewrite, knownPlaces } from './edit-effects/edit-kind.ts';
import type { EffectSource } from './edit-effects/effect-source.ts';
import type { OpenMarket } from './market.ts';
import type { ServicesOptions } from './services-options.ts';

export interface EstimatorOptions extends Pick<ServicesOptions, 'store' | 'market'> {
  readonly findings: (text: string) => readonly Finding[];
  readonly effects: EffectSource;
}

export interface WordEstimator extends Estimator {
  /** @param onProgress told of what must be built or measured first */
  estimate(
    request: EstimateRequest,
    signal?: AbortSignal,
    onProgress?: (progress: ProgressEvent) => void,
  ): Promise<Estimate>;
  /**
   * What edits of the same kind did elsewhere, one sentence an edit; undefined while measuring is switched off. Of free
   * words, a model's too, nothing is known.
   */
  describeEdits(
    original: string,
    edits: readonly Edit[],
    onProgress?: (progress: ProgressEvent) => void,
  ): Promise<string[] | undefined>;
}

/** Depth of the list that relevance is read from, whatever is known of the people in it. */
const relevanceDepth = 50;

/**
 * What a rewrite does to the list, in words. The word comes from what the same kinds of edits did to the lists of many past
 * postings, never from the list of the text that is asked about: whoever may ask about any text learns nothing of a single
 * person (docs/decisions/0005-words-from-many-postings.md). Relevance is read from this text's list; no attribute is in it.
 */
export function createEstimator({ store, market, findings, effects }: EstimatorOptions): WordEstimator {
  const placesOf = (original: string) => knownPlaces(original, findings(original), store.statements.all());
  return {
    async estimate({ original, rewritten }, signal, onProgress): Promise<Estimate> {
      const { measuring, sample } = store.settings.read();
      if (!measuring) return nothing('Measuring the match list is switched off for this company.', sample);
      const open = await market.current(onProgress);
      signal?.throwIfAborted();
      if (open === undefined) {
        return nothing('No candidates have been imported, so there is no list to compare.', sample);
      }
      const kinds = kindsOfRewrite(original, rewritten, placesOf(original));
      const word = kinds === undefined ? freeText : wordOf(kinds, await effects.current(onProgress));
      signal?.throwIfAborted();
      return {
        ...word,
        relevanceChange: await relevanceChange(open, original, rewritten, signal),
        recommender: open.recommender.name,
        recommenderPlainName: open.plainName,
        synthetic: sample,
      };
    },
    async describeEdits(original, edits, onProgress) {
      if (!store.settings.read().measuring) return undefined;
      const known = await effects.current(onProgress);
      const places = placesOf(original);
      return edits.map((edit) => {
        const own = kindOfEdit(edit, places);
        return describeEffect(known.find(({ kind }) => kind === own));
      });
    },
  };
}

async function relevanceChange(
  { recommender, pool, everyone, readRequirements }: OpenMarket,
  original: string,
  rewritten: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { skills } = readRequirements(original);
  const shares = pool.qualifications.map((one) => skillShare(skills, one.skills));
  const [before = 0, after = 0] = (await recommender.score([original, rewritten], signal)).map((scores) =>
    relevance(topList(scores, everyone, relevanceDepth), shares),
  );
  return after - before;
}

const freeText: EffectWord = {
  verdict: 'not-enough-data',
  explanation:
    'Some of these words are your own or a model’s. Only changes that the rules suggest have been measured.',
};

function nothing(explanation: string, synthetic: boolean): Estimate {
  return { verdict: 'not-enough-data', explanation, recommender: 'none', synthetic };
}
