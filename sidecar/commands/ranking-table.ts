import type { RankingAudit } from '../../shared/fairness/ranking-audit.ts';
import { count, decimals, percent, plural, probability } from '../reports/format.ts';
import { alignColumns } from './align-columns.ts';

/** Who stands where in a ranking, for a terminal. */
export function rankingTable(ranking: RankingAudit): string[] {
  const { depth, groups, ndkl, distance, ranked, infeasibleIndex } = ranking;
  const withRelevance = groups.some((group) => group.exposurePerRelevance !== null);
  const rows = groups.map((group) => [
    group.group,
    count(group.n),
    percent(group.share),
    percent(group.topShare),
    signed(group.skew),
    decimals(group.exposure),
    ...(withRelevance ? [decimals(group.exposurePerRelevance)] : []),
    '',
  ]);
  const columns = [
    'group',
    'ranked',
    'of all',
    `of top ${count(depth)}`,
    'skew',
    'exposure',
    ...(withRelevance ? ['per relevance'] : []),
    '',
  ];
  const bands = distance.wasserstein === null ? '' : `, Wasserstein ${decimals(distance.wasserstein)} bands`;
  return [
    `Ranking of ${plural(ranked, 'person', 'people')}; the top are as many as were selected`,
    ...alignColumns([columns, ...rows]),
    `Skew is ln(share of the top / share of all), here from ${signed(ranking.minSkew)} to ${signed(ranking.maxSkew)}; 0 = as among all.`,
    `NDKL ${decimals(ndkl.observed)}; ${decimals(ndkl.mean)} on average when the order has nothing to do with the groups (p ${probability(ndkl.p)}).`,
    `Places at which a group falls short of its share: ${count(infeasibleIndex)} of ${count(ranked)}.`,
    `Top against all: total variation ${decimals(distance.totalVariation)}, Jensen-Shannon ${decimals(distance.jensenShannon)} bits${bands}.`,
  ];
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${decimals(value)}`;
}
