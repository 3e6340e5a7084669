import {
  diversityMatchRate,
  reachableShareClosed,
} from '../../shared/fairness/match-list/diversity-match-rate.ts';
import { excessGap } from '../../shared/fairness/match-list/excess-gap.ts';
import {
  labelPermutationTest,
  type PermutationTest,
} from '../../shared/fairness/match-list/label-permutation.ts';
import {
  type Labels,
  type ListChange,
  type MatchList,
  side,
} from '../../shared/fairness/match-list/match-list.ts';
import { relevance } from '../../shared/fairness/match-list/relevance.ts';
import { meanSignedGaps, signedGaps, totalVariation } from '../../shared/fairness/match-list/signed-gap.ts';
import {
  type Interval,
  resampledSquaredExcess,
  twoWayBootstrap,
} from '../../shared/fairness/match-list/two-way-bootstrap.ts';
import type { Random } from '../../shared/random.ts';
import type { AttributeColumn } from '../recommender.ts';
import type { MeasuredPosting } from './measured-posting.ts';
import type { MethodRow } from './record.ts';

export interface RowOptions {
  readonly attribute: AttributeColumn;
  /** Number of candidates in the pool. */
  readonly candidates: number;
  /** Stratum of each candidate, for the permutation of labels. */
  readonly strata: ArrayLike<number>;
  readonly random: Random;
  readonly permutations?: number;
  readonly resamples?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A row before correction over attributes, with the test it rests on. */
export interface RowResult {
  readonly row: MethodRow;
  readonly test: PermutationTest;
}

/** Before and after of one attribute over the postings on which it can be measured. */
export function changesOf(postings: readonly MeasuredPosting[], attribute: string) {
  const measured = postings.flatMap((posting) => {
    const place = posting.measure.attributes.findIndex((one) => one.attribute === attribute);
    const of = posting.measure.attributes[place];
    const before = posting.before.lists[place]?.weights;
    const after = posting.after.lists[place]?.weights;
    if (of === undefined || before === undefined || after === undefined) return [];
    return [{ posting, of, change: { members: of.members, before, after } }];
  });
  return {
    postings: measured.map(({ posting }) => posting),
    changes: measured.map(({ change }): ListChange => change),
    m0: mean(measured.map(({ of }) => of.nullMatchRate ?? 0)),
  };
}

/** Everything the design's table says of one method on one attribute. */
export function methodRow(
  method: string,
  measured: readonly MeasuredPosting[],
  options: RowOptions,
): RowResult {
  const { attribute, strata, random, permutations, signal } = options;
  const labels: Labels = { codes: attribute.codes, groupCount: attribute.groups.length };
  const { postings, changes, m0 } = changesOf(measured, attribute.name);
  const [before, after] = [side(changes, 'before'), side(changes, 'after')];
  const test = labelPermutationTest(changes, labels, {
    random: random.fork('permutations'),
    strata,
    ...(permutations === undefined ? {} : { draws: permutations }),
    ...(signal === undefined ? {} : { signal }),
  });
  const excess = { before: excessGap(before, labels), after: excessGap(after, labels) };
  const rate = { before: diversityMatchRate(before, labels), after: diversityMatchRate(after, labels) };
  const [signedBefore, signedAfter] = [meanSignedGaps(before, labels), meanSignedGaps(after, labels)];
  const edits = postings.flatMap((posting) => posting.edits);
  const row: MethodRow = {
    method,
    attribute: attribute.name,
    postings: postings.length,
    gap: {
      before: meanVariation(before, labels),
      after: meanVariation(after, labels),
      nullMean: test.nullGap.before,
    },
    excessGap: {
      ...excess,
      relativeChange: excess.before > 0 ? excess.after / excess.before - 1 : null,
      interval: excess.before > 0 ? (excessInterval(changes, labels, options, relativeFall) ?? null) : null,
      change: {
        value: excess.after - excess.before,
        interval: excessInterval(changes, labels, options, difference) ?? null,
      },
    },
    signedGap: {
      before: test.meanSignedGap.before,
      after: test.meanSignedGap.after,
      p: test.meanSignedGap.p,
      groups: attribute.groups.map((group, g) => ({
        group,
        before: signedBefore[g] ?? 0,
        after: signedAfter[g] ?? 0,
      })),
    },
    diversityMatchRate: {
      ...rate,
      m0,
      reachableShareClosed: reachableShareClosed(rate.before, rate.after, m0) ?? null,
    },
    relevance: {
      before: mean(postings.map(({ before: { top }, measure }) => relevance(top, measure.skillShares))),
      after: mean(postings.map(({ after: { top }, measure }) => relevance(top, measure.skillShares))),
      interval: relevanceInterval(postings, options) ?? null,
    },
    edits: edits.length / Math.max(1, postings.length),
    mostInserts: Math.max(
      0,
      ...postings.map((p) => p.edits.filter(({ source }) => source === 'insert').length),
    ),
    editsByKind: countBy(edits.map(({ source }) => source)),
    factsBroken: postings.reduce((sum, posting) => sum + posting.factsBroken, 0),
    evaluations: mean(postings.map(({ evaluations }) => evaluations)),
    p: test.squaredExcessGap.p,
    fallP: test.squaredExcessGap.fallP,
    pHolm: test.squaredExcessGap.p,
  };
  return { row, test };
}

/** What a resample says of two squared excess gaps. */
type Comparison = (before: number, after: number) => number;

/** Without a gap there is no relative change of it. */
const relativeFall: Comparison = (before, after) =>
  before <= 0 ? Number.NaN : Math.sqrt(Math.max(0, after) / before) - 1;
const difference: Comparison = (before, after) =>
  Math.sqrt(Math.max(0, after)) - Math.sqrt(Math.max(0, before));

function excessInterval(
  changes: readonly ListChange[],
  labels: Labels,
  options: RowOptions,
  compare: Comparison,
): Interval | undefined {
  const value = (which: 'before' | 'after', times: Float64Array) =>
    changes.map(({ members, [which]: weights }) =>
      resampledSquaredExcess({ members, weights }, labels, times),
    );
  return bootstrap('excess gap', changes.length, options, (drawn, times) =>
    compare(meanOfDrawn(drawn, value('before', times)), meanOfDrawn(drawn, value('after', times))),
  );
}

function relevanceInterval(postings: readonly MeasuredPosting[], options: RowOptions): Interval | undefined {
  return bootstrap('relevance', postings.length, options, (drawn, times) => {
    const value = (which: 'before' | 'after') =>
      postings.map((posting) => resampledMean(posting[which].top, posting.measure.skillShares, times));
    return meanOfDrawn(drawn, value('after')) / meanOfDrawn(drawn, value('before')) - 1;
  });
}

function bootstrap(
  label: string,
  postings: number,
  { candidates, random, resamples, signal }: RowOptions,
  statistic: (drawn: Int32Array, times: Float64Array) => number,
): Interval | undefined {
  if (postings === 0) return undefined;
  return twoWayBootstrap(statistic, {
    postings,
    candidates,
    random: random.fork(label),
    ...(resamples === undefined ? {} : { draws: resamples }),
    ...(signal === undefined ? {} : { signal }),
  });
}

function resampledMean(top: MatchList, value: ArrayLike<number>, times: Float64Array): number | undefined {
  let total = 0;
  let sum = 0;
  for (let j = 0; j < top.members.length; j += 1) {
    const member = top.members[j] as number;
    const weight = (top.weights[j] as number) * (times[member] as number);
    total += weight;
    sum += weight * (value[member] as number);
  }
  return total === 0 ? undefined : sum / total;
}

function meanOfDrawn(drawn: Int32Array, values: readonly (number | undefined)[]): number {
  let sum = 0;
  let count = 0;
  for (const posting of drawn) {
    const value = values[posting];
    if (value === undefined) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

function meanVariation(lists: readonly MatchList[], labels: Labels): number {
  return mean(lists.map((list) => totalVariation(signedGaps(list, labels))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
