import type { StratumCounts } from '../../shared/fairness/stratified-comparison.ts';
import { changeAt } from '../../shared/fairness/trend.ts';
import { minimumPeople } from '../../shared/fairness/verdict.ts';
import type { SelectionSection, TrendSection } from '../../shared/protocol/report.ts';
import type { ApplicationTable } from './application-table.ts';
import { countsBy, inAttribute } from './application-table.ts';
import { ratio, ratioRange } from './format.ts';
import { rounded, roundedInterval } from './printed-figures.ts';
import type { PromotionSummary } from './report-source.ts';
import { pText } from './selection-words.ts';
import { texts } from './texts.ts';

const units = ['month', 'quarter', 'year'] as const;
type Unit = (typeof units)[number];
/** Share of the cells that must be shown in a unit; otherwise the next coarser one is tried. */
const leastShown = 0.75;

/** The period of a month `YYYY-MM`: itself, `YYYY-Q1` or `YYYY`. */
export function periodOf(month: string, unit: Unit): string {
  const year = month.slice(0, 4);
  if (unit === 'month') return month;
  return unit === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** A rate may be shown when there are 30 people and 5 of each outcome; it is then rounded to .01. */
function showableRate({ n, selected }: { n: number; selected: number }): number | null {
  return n >= minimumPeople && selected >= 5 && n - selected >= 5
    ? Math.round((selected / n) * 100) / 100
    : null;
}

/** Rates over time of the groups whose totals are shown, in the finest unit in which most cells can be. */
export function collectTrend(
  table: ApplicationTable,
  selection: readonly SelectionSection[],
  promotions: readonly PromotionSummary[],
): TrendSection[] {
  return table.attributes.flatMap((attribute, index) => {
    const totals = selection.find((one) => one.attribute === attribute && !one.crossing);
    const groups =
      totals?.rows.flatMap((row) => (row.n !== null && row.selected !== null ? [row.group] : [])) ?? [];
    if (groups.length === 0) return [];
    for (const unit of units) {
      const periods = countsBy(table, inAttribute(index), groups, (row) => periodOf(row.month, unit));
      const rows = groups
        .map((group, g) => ({
          group,
          rates: periods.map((period) => showableRate(period.groups[g] ?? { n: 0, selected: 0 })),
        }))
        .filter(({ rates }) => rates.filter((rate) => rate !== null).length >= 2);
      const cells = rows.flatMap(({ rates }) => rates);
      const shown = cells.filter((rate) => rate !== null).length;
      if (shown === 0 || shown < leastShown * cells.length) continue;
      const months = countsBy(table, inAttribute(index), groups, (row) => row.month);
      return [
        {
          attribute,
          unit,
          periods: periods.map(({ stratum }) => stratum),
          rows,
          changes: promotions.flatMap((one) => changesAt(one, months, groups, totals?.comparedWith ?? null)),
        },
      ];
    }
    return [];
  });
}

/** Whole months before and from the month of the promotion on. */
function changesAt(
  promotion: PromotionSummary,
  months: readonly StratumCounts[],
  groups: readonly string[],
  comparedWith: string | null,
): TrendSection['changes'] {
  const reference = comparedWith === null ? -1 : groups.indexOf(comparedWith);
  if (comparedWith === null || reference < 0) return [];
  const month = promotion.on.slice(0, 7);
  const sum = (after: boolean, g: number) =>
    months
      .filter(({ stratum }) => stratum >= month === after)
      .reduce(
        (total, { groups: counts }) => ({
          group: groups[g] as string,
          n: total.n + (counts[g]?.n ?? 0),
          selected: total.selected + (counts[g]?.selected ?? 0),
        }),
        { group: groups[g] as string, n: 0, selected: 0 },
      );
  return groups.flatMap((group, g) => {
    if (g === reference) return [];
    const before = { group: sum(false, g), reference: sum(false, reference) };
    const after = { group: sum(true, g), reference: sum(true, reference) };
    const sides = [before.group, before.reference, after.group, after.reference];
    const change = sides.every((side) => showableRate(side) !== null) ? changeAt({ before, after }) : null;
    if (change === null) return [];
    const { ratioOfOddsRatios, interval, p } = change;
    return [
      {
        on: promotion.on,
        policyId: promotion.policyId,
        group,
        comparedWith,
        ratioOfOddsRatios: rounded(ratioOfOddsRatios),
        interval: roundedInterval(interval),
        p: rounded(p),
        sentence: texts.trend.change(
          group,
          comparedWith,
          promotion.on,
          ratio(ratioOfOddsRatios),
          ratioRange(interval),
          pText(p),
        ),
      },
    ];
  });
}
