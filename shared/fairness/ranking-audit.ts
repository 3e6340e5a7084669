import type { Random } from '../random.ts';
import type { AttributeCodes } from './attribute-codes.ts';
import { groupExposure } from './exposure.ts';
import { infeasibleIndex } from './infeasible-index.ts';
import { ndklNull, type PermutationNull } from './ndkl.ts';
import { type ShareDistance, shareDistance } from './share-distance.ts';
import { skewAt, skewRange } from './skew.ts';

/** Places of the list that NDKL looks at: later ones weigh next to nothing. */
export const ndklDepth = 1000;

/** Every measure of one ranking by one attribute; shares and exposures are over people of known group. */
export interface RankingAudit {
  readonly ranked: number;
  /** Places that count as the top. */
  readonly depth: number;
  readonly groups: readonly {
    readonly group: string;
    readonly n: number;
    /** Share of everybody ranked, and of the top. */
    readonly share: number;
    readonly topShare: number;
    readonly skew: number;
    readonly exposure: number | null;
    readonly exposurePerRelevance: number | null;
  }[];
  readonly minSkew: number;
  readonly maxSkew: number;
  readonly ndkl: PermutationNull;
  readonly infeasibleIndex: number;
  /** Top against everybody ranked. */
  readonly distance: ShareDistance;
}

export interface RankingOptions {
  readonly depth: number;
  readonly random: Random;
  /** Worth of each row, from a source other than the score. */
  readonly relevance?: Float64Array;
  readonly draws?: number;
}

/**
 * Measures the order that scores put people in, highest first; the reference are the shares of everybody ranked.
 * Rows without score or group are left out. Tied rows stand in random order, which depends on the seed and not on the
 * order of the rows.
 * Misuse: a depth chosen after seeing the list. @returns `null` with fewer than two groups or nobody to rank.
 */
export function auditRanking(
  { groups, codes }: AttributeCodes,
  scores: Float64Array,
  { depth, random, relevance, draws = 999 }: RankingOptions,
): RankingAudit | null {
  const rows = [...codes.keys()].filter((row) => (codes[row] as number) >= 0 && Number.isFinite(scores[row]));
  const order = inOrder(rows, codes, scores, relevance, random.fork('ties'));
  const ranking = order.map((row) => codes[row] as number);
  const desired = sharesOf(ranking, groups.length);
  const present = desired.map((_, group) => group).filter((group) => (desired[group] as number) > 0);
  const places = Math.min(depth, ranking.length);
  if (present.length < 2 || places < 1) return null;

  // Groups nobody belongs to have no share to compare with.
  const place = new Map(present.map((group, i) => [group, i]));
  const compact = ranking.map((group) => place.get(group) as number);
  const names = present.map((group) => groups[group] as string);
  const shares = present.map((group) => desired[group] as number);
  const top = sharesOf(compact.slice(0, places), names.length);
  const skews = skewAt(places, compact, shares);
  const worth = relevance && order.map((row) => relevance[row] as number);
  const exposures = groupExposure(compact, names.length, worth);
  return {
    ranked: compact.length,
    depth: places,
    groups: names.map((group, g) => ({
      group,
      n: exposures[g]?.n ?? 0,
      share: shares[g] as number,
      topShare: top[g] as number,
      skew: skews[g] as number,
      exposure: exposures[g]?.exposure ?? null,
      exposurePerRelevance: exposures[g]?.perRelevance ?? null,
    })),
    ...skewRange(skews),
    ndkl: ndklNull(compact, shares, random.fork('ndkl'), draws, ndklDepth),
    infeasibleIndex: infeasibleIndex(compact, shares),
    distance: shareDistance(names, top, shares),
  };
}

function inOrder(
  rows: readonly number[],
  codes: Int32Array,
  scores: Float64Array,
  relevance: Float64Array | undefined,
  random: Random,
): number[] {
  const at = (values: ArrayLike<number>, row: number) => values[row] as number;
  // People with the same score, group and worth are alike, so a first order by these forgets the order of the rows.
  const known = rows.toSorted(
    (a, b) =>
      at(scores, b) - at(scores, a) ||
      at(codes, a) - at(codes, b) ||
      (relevance === undefined ? 0 : at(relevance, a) - at(relevance, b)),
  );
  const lots = new Float64Array(codes.length);
  for (const row of known) lots[row] = random.next();
  return known.sort((a, b) => at(scores, b) - at(scores, a) || at(lots, a) - at(lots, b));
}

function sharesOf(ranking: readonly number[], size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (const group of ranking) counts[group] = (counts[group] as number) + 1;
  return counts.map((count) => (ranking.length === 0 ? 0 : count / ranking.length));
}
