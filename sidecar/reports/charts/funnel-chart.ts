import type { FunnelSection } from '../../../shared/protocol/report.ts';
import { texts } from '../texts.ts';
import { axisStyle, base, decal, gridBeside, renderChart, seriesColour } from './render-chart.ts';

/** One bar a group for the rate of each step; `null` when fewer than two groups can be shown. */
export function funnelChart(section: FunnelSection, id: string): string | null {
  const groups = [...new Set(section.steps.flatMap((step) => step.rows.map((row) => row.group)))];
  if (groups.length < 2) return null;
  const option = {
    ...base,
    legend: { ...base.legend, data: groups },
    grid: gridBeside(['100 %'], 40),
    xAxis: {
      type: 'category',
      data: section.steps.map(({ from, to }) => texts.funnel.step(from, to)),
      ...axisStyle,
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: (value: number) => `${Math.round(value * 100)} %` },
    },
    series: groups.map((group, i) => ({
      name: group,
      type: 'bar',
      barMaxWidth: 36,
      data: section.steps.map((step) => step.rows.find((row) => row.group === group)?.rate ?? null),
      itemStyle: { color: seriesColour(i), decal: decal(i), borderColor: seriesColour(i), borderWidth: 1 },
    })),
  };
  return renderChart(option, {
    id,
    title: texts.funnel.chart(section.attribute),
    description: texts.funnel.chartText(section.attribute),
    width: 720,
    height: 270,
  });
}
