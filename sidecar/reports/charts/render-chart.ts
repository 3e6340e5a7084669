import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { escapeMarkup } from '../markup.ts';

use([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SVGRenderer,
]);

/** Colours are the page's own, so that a chart follows light, dark and print without a script. */
export const colours = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  series: [
    'var(--series-1)',
    'var(--series-2)',
    'var(--series-3)',
    'var(--series-4)',
    'var(--series-5)',
    'var(--series-6)',
  ],
} as const;

/** Patterns that tell the series apart without colour; the first series is plain. */
export const patterns = [
  undefined,
  { rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5] },
  {
    dashArrayX: [
      [3, 5],
      [0, 4, 3, 1],
    ],
    dashArrayY: [4, 2],
    symbol: 'circle',
    symbolSize: 0.8,
  },
  { rotation: 0, dashArrayX: [1, 0], dashArrayY: [3, 4] },
  { rotation: Math.PI / 2, dashArrayX: [1, 0], dashArrayY: [2, 4] },
  { rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 3] },
] as const;

export function seriesColour(index: number): string {
  return colours.series[index % colours.series.length] as string;
}

export function decal(index: number) {
  const pattern = patterns[index % patterns.length];
  return pattern === undefined ? undefined : { symbol: 'rect', ...pattern, color: colours.paper };
}

/** Shared by all charts: no animation, no tooltip, the page's font. */
export const base = {
  animation: false,
  textStyle: { fontFamily: 'inherit', color: colours.ink },
  legend: {
    top: 0,
    left: 0,
    itemGap: 30,
    itemWidth: 18,
    itemHeight: 12,
    textStyle: { color: colours.ink, fontSize: 13 },
    selectedMode: false,
  },
} as const;

/**
 * Plot area beside row labels of this length. Labels are measured by their characters: there is no page to ask when a
 * chart is drawn on the server, and the library's own estimate cuts wide fonts off.
 */
export function gridBeside(labels: readonly string[], top: number) {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return {
    left: 16 + Math.min(mostLabelCharacters, longest) * 7.4,
    right: 28,
    top,
    bottom: 28,
    outerBoundsMode: 'none',
  };
}

/** Longer row labels break into lines. */
const mostLabelCharacters = 30;

export const rowLabel = {
  color: colours.ink,
  fontSize: 12,
  width: mostLabelCharacters * 7.4,
  overflow: 'break',
} as const;

export const axisStyle = {
  axisLabel: { color: colours.ink, fontSize: 12 },
  axisLine: { lineStyle: { color: colours.quiet } },
  axisTick: { lineStyle: { color: colours.quiet } },
  splitLine: { lineStyle: { color: colours.line } },
  nameTextStyle: { color: colours.ink, fontSize: 12 },
} as const;

/** The part of the library's interface for custom marks that the charts use. */
export interface Drawing {
  value(dimension: number): number;
  coord(point: readonly [number, number]): [number, number];
}

export interface ChartFrame {
  /** Unique on the page; prefix of every id in the drawing. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart as one SVG element with a title and a description for screen readers. The same chart gives the same
 * bytes: the library's running numbers, hover styles and data marks are taken out.
 */
export function renderChart(option: EChartsCoreOption, frame: ChartFrame): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: frame.width, height: frame.height });
  try {
    chart.setOption(option);
    return accessible(chart.renderToSVGString(), frame);
  } finally {
    chart.dispose();
  }
}

function accessible(svg: string, { id, title, description, width, height }: ChartFrame): string {
  const titled =
    `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text" xmlns="http://www.w3.org/2000/svg">` +
    `<title id="${id}-title">${escapeMarkup(title)}</title><desc id="${id}-text">${escapeMarkup(description)}</desc>`;
  return svg
    .replace(/<svg[^>]*>/, titled)
    .replace(/<style[\s\S]*?<\/style>/, '')
    .replaceAll(/ (?:class="zr[^"]*"|ecmeta_[a-z_]+="[^"]*"|pointer-events="[^"]*")/g, '')
    .replaceAll(/\bzr\d+-/g, `${id}-`)
    .replaceAll(/\n+/g, '\n')
    .trim();
}
