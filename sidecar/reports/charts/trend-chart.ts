import type { ChangesSection, TrendSection } from '../../../shared/protocol/report.ts';
import { periodOf } from '../collect-trend.ts';
import { texts } from '../texts.ts';
import { axisStyle, base, colours, gridBeside, renderChart, seriesColour } from './render-chart.ts';

const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4], [2, 2]] as const;
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const;

/** One line a group over the periods, with a vertical line at each promotion that falls into them. */
export function trendChart(section: TrendSection, policies: ChangesSection['policies'], id: string): string {
  const highest = Math.max(...section.rows.flatMap((row) => row.rates.map((rate) => rate ?? 0)));
  const promotions = policies
    .map((policy) => ({ policy, period: periodOf(policy.on.slice(0, 7), section.unit) }))
    .filter(({ period }) => section.periods.includes(period));
  const option = {
    ...base,
    legend: { ...base.legend, data: section.rows.map((row) => row.group) },
    grid: gridBeside(['100 %'], 56),
    xAxis: { type: 'category', data: section.periods, boundaryGap: true, ...axisStyle },
    yAxis: {
      type: 'value',
      min: 0,
      max: Math.min(1, Math.ceil((highest + 0.05) * 10) / 10),
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: (value: number) => `${Math.round(value * 100)} %` },
    },
    series: section.rows.map((row, i) => ({
      name: row.group,
      type: 'line',
      data: row.rates,
      symbol: symbols[i % symbols.length],
      symbolSize: 9,
      itemStyle: { color: seriesColour(i) },
      lineStyle: { color: seriesColour(i), width: 2.5, type: dashes[i % dashes.length] },
      ...(i === 0 && promotions.length > 0
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: colours.quiet, type: 'dashed', width: 1.5 },
              label: { color: colours.ink, fontSize: 11 },
              data: promotions.map(({ policy, period }) => ({
                xAxis: period,
                label: { formatter: texts.trend.promotion(policy.policyId) },
              })),
            },
          }
        : {}),
    })),
  };
  return renderChart(option, {
    id,
    title: texts.trend.chart(section.attribute),
    description: texts.trend.chartText(section.attribute),
    width: 720,
    height: 280,
  });
}
