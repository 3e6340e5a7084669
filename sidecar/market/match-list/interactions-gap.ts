import type { MatchListFigures } from './match-list-figures.ts';
import { createEmbeddedListCache, createMatchListCache, type MeasuredSources } from './measured-cache.ts';

/** What a recommender's list of the past postings is like, as they were written. */
export type ListGap = Pick<MatchListFigures, 'recommender' | 'nullMean'> & {
  readonly excessGap: number;
  readonly matchRate: number;
  readonly relevance: number;
};

/** What learning from the company's applications and hires does to the gap of the list, for one attribute. */
export interface InteractionsGap
  extends Pick<MatchListFigures, 'attribute' | 'postings' | 'people' | 'depth'> {
  /** Learned from these very postings, so it shows what the company did rather than what it will do. */
  readonly interactions: ListGap;
  /** The recommender that it re-ranks, over the same postings and people. */
  readonly embedded: ListGap;
}

/**
 * The gap of the `interactions` recommender beside that of the one it re-ranks, one entry an attribute. It is measured
 * with the match list (`MatchListMeasurer`), figures rounded as there.
 * @returns undefined while `interactions` or measuring is not chosen, or nothing is measured yet.
 */
export function interactionsGap(sources: MeasuredSources): InteractionsGap[] | undefined {
  const { measuring, recommender } = sources.store.settings.read();
  if (!measuring || recommender.kind !== 'interactions') return undefined;
  const [own, other] = [createMatchListCache(sources), createEmbeddedListCache(sources)];
  const measured = own.read(own.key());
  const embedded = other.read(other.key());
  if (measured === undefined || embedded === undefined) return undefined;
  return measured.flatMap((interactions) => {
    const beside = embedded.find(({ attribute }) => attribute === interactions.attribute);
    if (beside === undefined) return [];
    const { attribute, postings, people, depth } = interactions;
    return [
      { attribute, postings, people, depth, interactions: gapOf(interactions), embedded: gapOf(beside) },
    ];
  });
}

function gapOf({ recommender, nullMean, excessGap, matchRate, relevance }: MatchListFigures): ListGap {
  return {
    recommender,
    nullMean,
    excessGap: excessGap.before,
    matchRate: matchRate.before,
    relevance: relevance.before,
  };
}
