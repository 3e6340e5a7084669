import { useMemo } from 'react';
import type { CurvePoint } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';
import { LineChart } from '../common/LineChart.tsx';
import type { ChartSeries } from '../common/line-chart-option.ts';

interface RunCurvesProps {
  readonly curve: readonly CurvePoint[];
}

interface Curve {
  readonly title: string;
  readonly series: readonly ChartSeries[];
  readonly format: (value: number) => string;
}

const gap = (value: number) => value.toFixed(3);
const whole = (value: number) => Math.round(value).toLocaleString('en');

/** How the training went, epoch by epoch; a figure that this kind of run does not measure has no chart. */
export function RunCurves({ curve }: RunCurvesProps) {
  const t = texts.dashboard.training;
  const places = useMemo(() => curve.map(({ epoch }) => String(epoch)), [curve]);
  const curves = useMemo(() => curvesOf(curve).filter(isMeasured), [curve]);
  if (curve.length === 0) return <p className="soft">{t.noCurve}</p>;
  return (
    <div className="chart-grid">
      {curves.map(({ title, series, format }) => (
        <LineChart
          key={title}
          title={title}
          placeName={t.epoch}
          places={places}
          series={series}
          format={format}
        />
      ))}
    </div>
  );
}

function curvesOf(curve: readonly CurvePoint[]): readonly Curve[] {
  const t = texts.dashboard.training.curves;
  const line = (name: string, value: (point: CurvePoint) => number | null) => ({
    name,
    values: curve.map(value),
  });
  return [
    { title: t.reward, format: gap, series: [line(t.rewardLine, (point) => point.reward)] },
    {
      title: t.excessGap,
      format: gap,
      series: [
        line(t.optimise, (point) => point.excessGap.optimise),
        line(t.select, (point) => point.excessGap.select),
      ],
    },
    { title: t.entropy, format: gap, series: [line(t.entropyLine, (point) => point.entropy)] },
    {
      title: t.speed,
      format: whole,
      series: [line(t.speedLine, (point) => point.evaluationsPerSecond)],
    },
  ];
}

function isMeasured({ series }: Curve): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}
