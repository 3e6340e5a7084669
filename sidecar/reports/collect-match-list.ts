import { shareDistance } from '../../shared/fairness/share-distance.ts';
import type { MatchListSection } from '../../shared/protocol/report.ts';
import type { LearnedGap, MatchListMeasurement, Range } from './report-source.ts';
import { pText } from './selection-words.ts';
import { texts } from './texts.ts';

const cents = (share: number) => Math.round(share * 100) / 100;
const thousandths = (value: number) => Math.round(value * 1000) / 1000;
const centsRange = (range: Range | undefined) =>
  range === undefined ? null : { lower: cents(range.lower), upper: cents(range.upper) };

/** Match-list measurements of the chosen attributes; shares are rounded to .01 once more, whatever the source did. */
export function collectMatchList(
  measurements: readonly MatchListMeasurement[],
  learnedGaps: readonly LearnedGap[],
  attributes: readonly string[],
): MatchListSection[] {
  return measurements
    .filter(({ attribute }) => attributes.includes(attribute))
    .map((one) => ({
      attribute: one.attribute,
      recommender: one.recommender,
      postings: one.postings,
      people: one.people,
      depth: one.depth,
      knownShare: cents(one.knownShare),
      groups: one.groups.map((group) => ({
        group: group.group,
        pool: cents(group.pool),
        before: cents(group.before),
        after: cents(group.after),
        beforeInterval: centsRange(group.beforeInterval),
        afterInterval: centsRange(group.afterInterval),
      })),
      excessGap: {
        before: one.excessGap.before,
        after: one.excessGap.after,
        interval: one.excessGap.interval === undefined ? null : { ...one.excessGap.interval },
      },
      distance: { before: distanceOf(one, 'before'), after: distanceOf(one, 'after') },
      nullMean: one.nullMean ?? null,
      matchRate: one.matchRate === undefined ? null : { ...one.matchRate },
      relevance: one.relevance === undefined ? null : { ...one.relevance },
      p: one.p ?? null,
      verdict: one.verdict,
      learned: learnedOf(learnedGaps.find(({ attribute }) => attribute === one.attribute)),
      measuredOn: one.measuredOn,
      provenance: { ...one.provenance },
      sentence: texts.matchList.sentence[one.verdict](
        one.attribute,
        one.p === undefined ? '' : ` (${pText(one.p)})`,
      ),
    }));
}

function learnedOf(gap: LearnedGap | undefined): MatchListSection['learned'] {
  return gap === undefined ? null : { learned: { ...gap.learned }, embedded: { ...gap.embedded } };
}

/** From the rounded shares alone, so that it tells no more than they do. */
function distanceOf(
  { groups }: MatchListMeasurement,
  side: 'before' | 'after',
): MatchListSection['distance']['before'] {
  const [list, pool] = [groups.map((group) => cents(group[side])), groups.map((group) => cents(group.pool))];
  const distance = shareDistance(
    groups.map(({ group }) => group),
    list,
    pool,
  );
  const skews = list.map((share, g) => Math.log(share / (pool[g] as number)));
  const [least, greatest] = [Math.min(...skews), Math.max(...skews)];
  const known = Number.isFinite(least) && Number.isFinite(greatest);
  return {
    totalVariation: thousandths(Math.min(1, distance.totalVariation)),
    jensenShannon: thousandths(Math.min(1, distance.jensenShannon)),
    wasserstein: distance.wasserstein === null ? null : thousandths(distance.wasserstein),
    minSkew: known ? thousandths(least) : null,
    maxSkew: known ? thousandths(greatest) : null,
  };
}
