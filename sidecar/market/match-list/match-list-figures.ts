import { z } from 'zod';
import type { Interval } from '../../../shared/fairness/match-list/two-way-bootstrap.ts';
import { listVerdicts } from '../../../shared/protocol/rewrite.ts';
import type { MethodRow } from '../../../training/evaluation/record.ts';
import type { GroupShare } from './group-shares.ts';

const rangeSchema = z.object({ lower: z.number(), upper: z.number() });

/**
 * A measurement as it is kept and reported: shares rounded to .01, gaps and p to .001 (they are means over many lists),
 * no person in it. The shape is the report's `MatchListMeasurement`.
 */
export const matchListFiguresSchema = z.object({
  attribute: z.string(),
  recommender: z.string(),
  postings: z.int(),
  people: z.int(),
  depth: z.number(),
  knownShare: z.number(),
  groups: z.array(
    z.object({
      group: z.string(),
      pool: z.number(),
      before: z.number(),
      after: z.number(),
      beforeInterval: rangeSchema.exactOptional(),
      afterInterval: rangeSchema.exactOptional(),
    }),
  ),
  excessGap: z.object({ before: z.number(), after: z.number(), interval: rangeSchema.exactOptional() }),
  nullMean: z.number(),
  matchRate: z.object({ before: z.number(), after: z.number(), m0: z.number() }),
  relevance: z.object({ before: z.number(), after: z.number() }),
  p: z.number(),
  verdict: z.enum(listVerdicts),
  measuredOn: z.string(),
  provenance: z.record(z.string(), z.string()),
});
export type MatchListFigures = z.infer<typeof matchListFiguresSchema>;

const cents = (value: number) => Math.round(value * 100) / 100;
const thousandths = (value: number) => Math.round(value * 1000) / 1000;

export function roundedShare(group: string, share: GroupShare): MatchListFigures['groups'][number] {
  const { pool, before, after, beforeInterval, afterInterval } = share;
  return {
    group,
    pool: cents(pool),
    before: cents(before),
    after: cents(after),
    ...(beforeInterval && { beforeInterval: roundedRange(beforeInterval, cents) }),
    ...(afterInterval && { afterInterval: roundedRange(afterInterval, cents) }),
  };
}

/** The figures of one row that are means over all lists. */
export function roundedMeans(
  { excessGap, gap, diversityMatchRate, relevance }: MethodRow,
  p: number,
): Pick<MatchListFigures, 'excessGap' | 'nullMean' | 'matchRate' | 'relevance' | 'p'> {
  const { before, after, m0 } = diversityMatchRate;
  const interval = excessGap.change.interval;
  return {
    excessGap: {
      before: thousandths(excessGap.before),
      after: thousandths(excessGap.after),
      ...(interval && { interval: roundedRange(interval, thousandths) }),
    },
    nullMean: thousandths(gap.nullMean),
    matchRate: { before: cents(before), after: cents(after), m0: cents(m0) },
    relevance: { before: cents(relevance.before), after: cents(relevance.after) },
    p: thousandths(p),
  };
}

export const roundedKnownShare = cents;

function roundedRange({ lower, upper }: Interval, round: (value: number) => number) {
  return { lower: round(lower), upper: round(upper) };
}
