import type { RequirementRow } from '../../../shared/protocol/report.ts';
import { texts } from '../texts.ts';
import { axisStyle, base, decal, gridBeside, renderChart, rowLabel, seriesColour } from './render-chart.ts';

const words = texts.requirements;
/** Bars of the chart; the table holds the rest. */
const mostBars = 8;

/** People who qualify now and more who would without the requirement; `null` when no row can be shown. */
export function requirementChart(requirements: readonly RequirementRow[], id: string): string | null {
  const rows = requirements
    .filter((row) => row.with !== null && row.more !== null)
    .slice(0, mostBars)
    .toReversed();
  if (rows.length === 0) return null;
  const bar = (name: string, values: readonly (number | null)[], i: number) => ({
    name,
    type: 'bar',
    stack: 'people',
    barMaxWidth: 22,
    data: values,
    itemStyle: { color: seriesColour(i), decal: decal(i), borderColor: seriesColour(i), borderWidth: 1 },
  });
  const option = {
    ...base,
    legend: { ...base.legend, data: [words.with, words.more] },
    grid: gridBeside(
      rows.map((row) => row.requirement),
      36,
    ),
    xAxis: { type: 'value', ...axisStyle },
    yAxis: {
      type: 'category',
      data: rows.map((row) => row.requirement),
      ...axisStyle,
      axisTick: { show: false },
      axisLabel: rowLabel,
    },
    series: [
      bar(
        words.with,
        rows.map((row) => row.with),
        0,
      ),
      bar(
        words.more,
        rows.map((row) => row.more),
        1,
      ),
    ],
  };
  return renderChart(option, {
    id,
    title: words.chart,
    description: words.chartText,
    width: 720,
    height: 70 + rows.length * 34,
  });
}
