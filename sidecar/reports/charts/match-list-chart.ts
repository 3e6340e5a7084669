import type { MatchListSection } from '../../../shared/protocol/report.ts';
import { texts } from '../texts.ts';
import { axisStyle, base, colours, type Drawing, gridBeside, renderChart, rowLabel } from './render-chart.ts';

const rowHeight = 56;
const words = texts.matchList;

/** Three marks of different shape a group: qualified pool, list before, list after rewriting. */
export function matchListChart(section: MatchListSection, id: string): string {
  const groups = section.groups.toReversed();
  const ends = groups.flatMap((g) => [
    g.pool,
    g.beforeInterval?.upper ?? g.before,
    g.afterInterval?.upper ?? g.after,
  ]);
  const right = Math.min(1, Math.ceil((Math.max(...ends) + 0.02) * 10) / 10);
  const mark = (
    name: string,
    kind: MarkKind,
    offset: number,
    values: readonly (readonly [number, number, number])[],
  ) => ({
    name,
    type: 'custom',
    itemStyle: { color: kind.colour },
    data: values.map(([value, lower, upper], i) => [value, i, lower, upper, offset]),
    renderItem: (_: unknown, drawing: Drawing) => drawMark(drawing, kind),
  });
  const option = {
    ...base,
    legend: {
      ...base.legend,
      data: kinds.map(({ name, icon }) => ({ name, icon })),
    },
    grid: gridBeside(
      groups.map((group) => group.group),
      40,
    ),
    xAxis: {
      type: 'value',
      min: 0,
      max: right,
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: (value: number) => `${Math.round(value * 100)} %` },
    },
    yAxis: {
      type: 'category',
      data: groups.map((group) => group.group),
      ...axisStyle,
      axisTick: { show: false },
      axisLabel: rowLabel,
    },
    series: [
      mark(
        words.pool,
        kinds[0],
        0,
        groups.map((g) => [g.pool, g.pool, g.pool]),
      ),
      mark(
        words.before,
        kinds[1],
        -12,
        groups.map((g) => [
          g.before,
          g.beforeInterval?.lower ?? g.before,
          g.beforeInterval?.upper ?? g.before,
        ]),
      ),
      mark(
        words.after,
        kinds[2],
        12,
        groups.map((g) => [g.after, g.afterInterval?.lower ?? g.after, g.afterInterval?.upper ?? g.after]),
      ),
    ],
  };
  return renderChart(option, {
    id,
    title: words.chart(section.attribute),
    description: words.chartText(section.attribute),
    width: 720,
    height: 72 + groups.length * rowHeight,
  });
}

interface MarkKind {
  readonly name: string;
  readonly icon: string;
  readonly colour: string;
  readonly shape: 'bar' | 'circle' | 'diamond';
}

const kinds = [
  { name: words.pool, icon: 'rect', colour: colours.ink, shape: 'bar' },
  { name: words.before, icon: 'circle', colour: colours.series[1], shape: 'circle' },
  { name: words.after, icon: 'diamond', colour: colours.series[0], shape: 'diamond' },
] as const satisfies readonly MarkKind[];

function drawMark(drawing: Drawing, { shape, colour }: MarkKind) {
  const at = (dimension: number) => drawing.coord([drawing.value(dimension), drawing.value(1)]);
  const [x, middle] = at(0);
  const y = middle + drawing.value(4);
  if (shape === 'bar') {
    return {
      type: 'line',
      shape: { x1: x, y1: y - 22, x2: x, y2: y + 22 },
      style: { stroke: colour, lineWidth: 4 },
    };
  }
  const style = { fill: colour, stroke: colour, lineWidth: 2 };
  const line = {
    type: 'line',
    shape: { x1: at(2)[0], y1: y, x2: at(3)[0], y2: y },
    style: { stroke: colour, lineWidth: 2 },
  };
  const point =
    shape === 'circle'
      ? { type: 'circle', shape: { cx: x, cy: y, r: 6 }, style }
      : {
          type: 'polygon',
          shape: {
            points: [
              [x, y - 8],
              [x + 8, y],
              [x, y + 8],
              [x - 8, y],
            ],
          },
          style,
        };
  return { type: 'group', children: [line, point] };
}
