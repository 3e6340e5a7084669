import type { EChartsCoreOption } from 'echarts/core';

export interface ChartSeries {
  readonly name: string;
  /** Aligned with the places of the x axis; `null` leaves a gap. */
  readonly values: readonly (number | null)[];
}

export interface LineChartData {
  /** Words under the x axis, one a place. */
  readonly places: readonly string[];
  readonly series: readonly ChartSeries[];
  /** How a value is written, on the axis and in the table. */
  readonly format: (value: number) => string;
  /** Ends of the value axis, where they are known beforehand. */
  readonly range?: { readonly min: number; readonly max: number };
}

/** Lines differ by dash and mark as well as by colour, so that they are told apart in black and white. */
const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4], [2, 2]] as const;
const marks = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const;
const colours = ['--accent', '--exclusionary', '--coded', '--good', '--bad', '--style'] as const;
/** With more places than this, marks would run into one another. */
const mostMarkedPlaces = 40;

/** As in `tokens.css`; named here because the library measures words by it before it draws them. */
const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Ubuntu, sans-serif';

const axis = {
  axisLabel: { color: 'var(--ink-soft)', fontSize: 12 },
  axisLine: { lineStyle: { color: 'var(--control-line)' } },
  axisTick: { lineStyle: { color: 'var(--control-line)' } },
  splitLine: { lineStyle: { color: 'var(--line)' } },
} as const;

/** The chart library's option for lines over places; colours are the page's own, so that it follows light and dark. */
export function lineChartOption({ places, series, format, range }: LineChartData): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily },
    legend: {
      top: 0,
      left: 0,
      itemGap: 24,
      selectedMode: false,
      textStyle: { color: 'var(--ink)', fontSize: 12, fontFamily },
      data: series.map(({ name }) => name),
    },
    grid: { left: 8, right: 16, top: series.length > 3 ? 56 : 34, bottom: 4, containLabel: true },
    xAxis: { type: 'category', data: [...places], boundaryGap: places.length < 2, ...axis },
    yAxis: {
      type: 'value',
      scale: range === undefined,
      ...range,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: format },
    },
    series: series.map(({ name, values }, i) => {
      const color = `var(${colours[i % colours.length]})`;
      return {
        name,
        type: 'line',
        data: [...values],
        symbol: marks[i % marks.length],
        symbolSize: 7,
        showSymbol: places.length <= mostMarkedPlaces,
        silent: true,
        itemStyle: { color },
        lineStyle: { color, width: 2, type: dashes[i % dashes.length] },
      };
    }),
  };
}
