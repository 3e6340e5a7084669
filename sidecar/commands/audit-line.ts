import type { AttributeCodes } from '../../shared/fairness/attribute-codes.ts';
import { highestRateGroup, impactRatio } from '../../shared/fairness/impact-ratio.ts';
import type { RankingAudit } from '../../shared/fairness/ranking-audit.ts';
import { scoringRates } from '../../shared/fairness/scoring-rate.ts';
import type { AttributeAudit } from '../../shared/fairness/selection-audit.ts';
import { selectionRate } from '../../shared/fairness/selection-rate.ts';
import { verdictText } from '../../shared/fairness/verdict.ts';

export interface ScoringLine {
  readonly median: number | null;
  readonly withoutScore: number;
  readonly groups: readonly {
    readonly group: string;
    readonly n: number;
    readonly aboveMedian: number;
    readonly scoringRate: number | null;
    readonly impactRatio: number | null;
  }[];
}

/** What an audit can tell where there are scores or places in a ranking. */
export interface ScoredAudit {
  readonly scoring?: ScoringLine;
  readonly ranking?: RankingAudit;
}

/** Scoring rates and their impact ratios as New York City Local Law 144 defines them. */
export function scoringLine(scores: Float64Array, attribute: AttributeCodes): ScoringLine {
  const { median, groups, withoutScore } = scoringRates(scores, attribute.codes, attribute.groups);
  const highest = highestRateGroup(groups);
  return {
    median,
    withoutScore,
    groups: groups.map((group) => ({
      group: group.group,
      n: group.n,
      aboveMedian: group.selected,
      scoringRate: selectionRate(group),
      impactRatio: highest === undefined ? null : impactRatio(group, highest),
    })),
  };
}

/** One line of `audit --json`: the contract of the design, and what explains it. Infinite limits become `null`. */
export function auditLine(audit: AttributeAudit, stratifiedBy: string | undefined, scored: ScoredAudit = {}) {
  return {
    attribute: audit.attribute,
    crossing: audit.crossing,
    basis: audit.basis,
    highest: audit.highest,
    comparedWith: audit.comparedWith,
    groups: audit.groups.map(({ stratified, persons, verdict, ...group }) => ({
      ...group,
      personBootstrap: persons,
      verdict: verdictText(verdict),
      direction: verdict.direction,
    })),
    unknown: audit.unknown.n,
    unknownSelected: audit.unknown.selected,
    notAssessed: audit.notAssessed,
    worst: audit.worst,
    groupsWithoutVerdict: audit.withoutVerdict,
    ...(stratifiedBy === undefined
      ? {}
      : {
          cmh: {
            stratifiedBy,
            groups: audit.groups.flatMap(({ group, stratified, pooledDisagrees }) =>
              stratified === null ? [] : [{ group, ...stratified, pooledDisagrees }],
            ),
          },
        }),
    ...scored,
  };
}
