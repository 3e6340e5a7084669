import { funnelSteps } from '../../shared/fairness/funnel.ts';
import { concludeFamily, measureAttribute } from '../../shared/fairness/group-audit.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import type { FunnelSection } from '../../shared/protocol/report.ts';
import { unknownGroup } from './application-table.ts';
import { rounded } from './printed-figures.ts';

/** The funnel of every attribute and the comparison of each step; p is adjusted over all steps of all attributes. */
export function collectFunnel(
  attributes: readonly string[],
  suppressed: readonly SuppressedTable[],
): FunnelSection[] {
  const steps = suppressed.flatMap((table, i) =>
    table.stages.slice(1).map((to, s) => {
      const from = table.stages[s] as string;
      const groups = table.rows.flatMap(({ group, reached }) => {
        const [n, selected] = [reached[s] ?? null, reached[s + 1] ?? null];
        return group === unknownGroup || n === null || selected === null
          ? []
          : [{ group, reached: [n, selected] }];
      });
      const counts = funnelSteps({ stages: [from, to], groups })[0]?.groups ?? [];
      return { table, from, to, measured: measureAttribute(attributes[i] ?? '', counts, false) };
    }),
  );
  const verdicts = concludeFamily(steps.map(({ measured }) => measured));
  return suppressed.map((table, i) => ({
    attribute: attributes[i] ?? '',
    stages: [...table.stages],
    rows: table.rows.map(({ group, reached }) => ({ group, reached: [...reached] })),
    totals: [...table.totals],
    withheld: table.withheld,
    steps: steps.flatMap(({ table: owner, from, to }, s) =>
      owner !== table
        ? []
        : [
            {
              from,
              to,
              rows: (verdicts[s]?.groups ?? []).map((group) => ({
                group: group.group,
                rate: group.selectionRate,
                impactRatio: group.impactRatio,
                holmP: rounded(group.holmP),
                verdict: group.verdict.word,
              })),
            },
          ],
    ),
  }));
}
