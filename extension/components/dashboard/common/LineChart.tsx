import { lazy, Suspense, useMemo } from 'react';
import { texts } from '../../../texts.ts';
import { Working } from '../../common/Working.tsx';
import type { LineChartData } from './line-chart-option.ts';
import { lineChartOption } from './line-chart-option.ts';

const EChart = lazy(() => import('./EChart.tsx'));

interface LineChartProps extends LineChartData {
  readonly title: string;
  /** What the places of the x axis are, such as `Month`: the head of the table's first column. */
  readonly placeName: string;
}

/** Lines over places, with the same figures as a table below. */
export function LineChart({ title, placeName, places, series, format, range }: LineChartProps) {
  const option = useMemo(
    () => lineChartOption({ places, series, format, ...(range ? { range } : {}) }),
    [places, series, format, range],
  );
  const t = texts.dashboard.chart;
  return (
    <figure className="stack-tight">
      <figcaption className="chart-title">{title}</figcaption>
      <Suspense fallback={<Working message={texts.common.loading} />}>
        <EChart option={option} label={t.label(title)} />
      </Suspense>
      <details className="details">
        <summary>{t.table}</summary>
        <table className="kept figures-table">
          <thead>
            <tr>
              <th scope="col">{placeName}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place, i) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                {series.map(({ name, values }) => {
                  const value = values[i];
                  return <td key={name}>{value === null || value === undefined ? '–' : format(value)}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
