import { fourFifths } from '../../../shared/fairness/four-fifths.ts';
import type { SelectionSection } from '../../../shared/protocol/report.ts';
import { texts } from '../texts.ts';
import { axisStyle, base, colours, type Drawing, gridBeside, renderChart, rowLabel } from './render-chart.ts';

const rowHeight = 34;
const widest = 2;

/** A point and an interval a group, with lines at .80 and 1; `null` when there is nothing to draw. */
export function impactRatioChart(section: SelectionSection, id: string): string | null {
  const rows = section.rows.filter((row) => row.impactRatio !== null).toReversed();
  if (rows.length < 2) return null;
  const ends = rows.map((row) =>
    Math.max(row.impactRatio ?? 0, row.koopman?.upper ?? row.impactRatio ?? 0, 1),
  );
  const right = Math.min(widest, Math.ceil((Math.max(...ends) + 0.04) * 5) / 5);
  const option = {
    ...base,
    grid: gridBeside(
      rows.map((row) => row.group),
      26,
    ),
    xAxis: {
      type: 'value',
      min: 0,
      max: right,
      interval: 0.2,
      ...axisStyle,
      axisLabel: { ...axisStyle.axisLabel, formatter: (value: number) => value.toFixed(1) },
    },
    yAxis: {
      type: 'category',
      data: rows.map((row) => row.group),
      ...axisStyle,
      axisTick: { show: false },
      axisLabel: rowLabel,
    },
    series: [
      {
        type: 'custom',
        data: rows.map((row, i) => [
          row.impactRatio,
          i,
          row.koopman?.lower ?? row.impactRatio,
          row.koopman === null ? row.impactRatio : (row.koopman.upper ?? right),
        ]),
        renderItem: intervalMark,
        clip: true,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { position: 'end', color: colours.ink, fontSize: 12 },
          data: [
            {
              xAxis: fourFifths,
              label: { formatter: '.80' },
              lineStyle: { type: 'dashed', color: colours.ink, width: 1.5 },
            },
            {
              xAxis: 1,
              label: { formatter: '1' },
              lineStyle: { type: 'solid', color: colours.ink, width: 1.5 },
            },
          ],
        },
      },
    ],
  };
  return renderChart(option, {
    id,
    title: texts.selection.chart(section.attribute),
    description: texts.selection.chartText(section.attribute),
    width: 720,
    height: 56 + rows.length * rowHeight,
  });
}

function intervalMark(_parameters: unknown, drawing: Drawing) {
  const row = drawing.value(1);
  const at = (dimension: number) => drawing.coord([drawing.value(dimension), row]);
  const [x, y] = at(0);
  const [left] = at(2);
  const [right] = at(3);
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style: { stroke: colours.series[0], lineWidth: 2.5 },
  });
  return {
    type: 'group',
    children: [
      line(left, y, right, y),
      line(left, y - 6, left, y + 6),
      line(right, y - 6, right, y + 6),
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: 6 },
        style: { fill: colours.series[0], stroke: colours.paper, lineWidth: 1.5 },
      },
    ],
  };
}
