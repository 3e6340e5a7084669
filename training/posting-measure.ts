import { normalCdf } from '../shared/fairness/distributions.ts';
import {
  chooseDepth,
  deepestShare,
  depths,
  leastNullMatchRate,
} from '../shared/fairness/match-list/depth.ts';
import { matchTolerance } from '../shared/fairness/match-list/diversity-match-rate.ts';
import { listWeights, rankWeights } from '../shared/fairness/match-list/list-weights.ts';
import type { Labels, MatchList } from '../shared/fairness/match-list/match-list.ts';
import { nullVariances } from '../shared/fairness/match-list/null-variance.ts';
import { skillShare, topList } from '../shared/fairness/match-list/relevance.ts';
import { groupCounts } from '../shared/fairness/match-list/signed-gap.ts';
import type { Random } from '../shared/random.ts';
import { qualifiedPool, type Relaxation } from './qualified-pool.ts';
import type { AttributeColumn, CandidatePool, Requirements } from './recommender.ts';

/** Shares over fewer known people than this part of the qualified pool are "not enough data". */
export const leastKnownShare = 0.6;
const relevanceDepth = 50;

/** Fewest people of known attribute: with fewer the requirements are relaxed. */
const wantedPeople = 100;
/**
 * What it takes to measure. `report` is the design's rule; `train` accepts what search and early stopping can use: 30 people
 * when no relaxation gives 100, and the deepest list that fits where no depth is quiet enough.
 */
export type MeasureRule = 'report' | 'train';
const fewestPeople: Record<MeasureRule, number> = { report: wantedPeople, train: 30 };

/** One attribute of one posting in one part of the candidates. */
export interface AttributeMeasure {
  readonly attribute: string;
  readonly labels: Labels;
  /** Qualified people of known attribute: the list. */
  readonly members: Int32Array;
  readonly counts: Float64Array;
  readonly depth: number;
  /** M0 at this depth; undefined under the `train` rule. */
  readonly nullMatchRate: number | undefined;
  /** Weight of each rank. */
  readonly byRank: Float64Array;
  readonly unknown: number;
  readonly relaxed: readonly Relaxation[];
}

/** Everything about a posting that is fixed before any rewriting, for one part of the candidates. */
export interface PostingMeasure {
  readonly attributes: readonly AttributeMeasure[];
  /** Attributes that cannot be measured here, with the reason. */
  readonly notEnough: readonly { readonly attribute: string; readonly reason: string }[];
  /** Everyone in the part, for relevance. */
  readonly everyone: readonly number[];
  /** Share of the required skills that each candidate of the pool has. */
  readonly skillShares: Float32Array;
  readonly depth: number;
}

export interface MeasureOptions {
  readonly pool: CandidatePool;
  readonly attributes: readonly AttributeColumn[];
  /** Candidates of the part. */
  readonly members: readonly number[];
  readonly rule: MeasureRule;
  readonly random: Random;
}

/** Creates the function that fixes how a posting is measured, from its original requirements. */
export function createPostingMeasurer(
  options: MeasureOptions,
): (requirements: Requirements) => PostingMeasure {
  const { pool, attributes, members, rule } = options;
  const depthOf = rememberDepths(rule, options.random);
  return (requirements) => {
    const measured: AttributeMeasure[] = [];
    const notEnough: { attribute: string; reason: string }[] = [];
    for (const column of attributes) {
      const result = measureAttribute(requirements, pool, members, column, fewestPeople[rule], depthOf);
      if (typeof result === 'string') notEnough.push({ attribute: column.name, reason: result });
      else measured.push(result);
    }
    return {
      attributes: measured,
      notEnough,
      everyone: members,
      skillShares: Float32Array.from(pool.qualifications, ({ skills }) =>
        skillShare(requirements.skills, skills),
      ),
      depth: measured.reduce(
        (least, { depth }) => Math.min(least, depth),
        measured[0]?.depth ?? relevanceDepth,
      ),
    };
  };
}

/** The posting's lists under one set of scores: one for each attribute measured, and the top of everyone. */
export interface Reading {
  readonly lists: readonly MatchList[];
  readonly top: MatchList;
}

export function readLists(measure: PostingMeasure, scores: Float32Array): Reading {
  return {
    lists: measure.attributes.map(({ members, byRank }) => ({
      members,
      weights: listWeights(scores, members, byRank),
    })),
    top: topList(scores, measure.everyone, measure.depth),
  };
}

type DepthOf = (counts: Float64Array) => { depth: number; nullMatchRate?: number } | undefined;

function measureAttribute(
  requirements: Requirements,
  pool: CandidatePool,
  members: readonly number[],
  column: AttributeColumn,
  minimum: number,
  depthOf: DepthOf,
): AttributeMeasure | string {
  const known = (candidate: number) => (column.codes[candidate] ?? -1) >= 0;
  const qualified = qualifiedPool(requirements, pool, { members, known, minimum: wantedPeople });
  const list = Int32Array.from(qualified.members.filter(known));
  if (list.length < minimum) {
    return `fewer than ${minimum} people of known ${column.name} meet the requirements`;
  }
  if (list.length < leastKnownShare * qualified.members.length) {
    return `${column.name} is known of fewer than 60 % of those who meet the requirements`;
  }
  const labels = { codes: column.codes, groupCount: column.groups.length };
  const counts = groupCounts(list, labels);
  const chosen = depthOf(counts);
  if (chosen === undefined) return 'too few people meet the requirements for a list that chance leaves quiet';
  return {
    attribute: column.name,
    labels,
    members: list,
    counts,
    depth: chosen.depth,
    nullMatchRate: chosen.nullMatchRate,
    byRank: rankWeights(list.length, chosen.depth),
    unknown: qualified.members.length - list.length,
    relaxed: qualified.relaxed,
  };
}

/** The depth depends on the group counts alone, and many postings share a pool. */
function rememberDepths(rule: MeasureRule, random: Random): DepthOf {
  const known = new Map<string, ReturnType<DepthOf>>();
  return (counts) => {
    const key = counts.join();
    if (!known.has(key)) {
      known.set(key, rule === 'report' ? chooseDepth(counts, random) : trainingDepth(counts));
    }
    return known.get(key);
  };
}

/** Like `chooseDepth`, by the normal approximation instead of draws, and the deepest list that fits when none is quiet. */
function trainingDepth(counts: Float64Array): { depth: number } {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const deepest = Math.max(1, Math.floor(deepestShare * n));
  const quiet = depths.find((depth) => {
    const widest = Math.max(...nullVariances(rankWeights(n, depth), counts));
    return depth <= deepest && 2 * normalCdf(matchTolerance / Math.sqrt(widest)) - 1 >= leastNullMatchRate;
  });
  return { depth: quiet ?? Math.min(deepest, depths[depths.length - 1] ?? deepest) };
}
