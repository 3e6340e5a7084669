import { useMemo } from 'react';
import { texts } from '../../../texts.ts';
import { LineChart } from '../common/LineChart.tsx';
import type { LineChartData } from '../common/line-chart-option.ts';
import type { DatedPosting } from './findings-by-month.ts';
import { findingsByMonth } from './findings-by-month.ts';

interface FindingsOverTimeProps {
  readonly postings: readonly DatedPosting[];
}

/** More lines than this cannot be told apart. */
const mostKinds = 4;
const percent = (share: number) => `${Math.round(100 * share)} %`;
const wholeRange = { min: 0, max: 1 };

/** In which share of a month's postings something was found, and of which kind; nothing without two months. */
export function FindingsOverTime({ postings }: FindingsOverTimeProps) {
  const t = texts.dashboard.overview;
  const data = useMemo(() => linesOf(postings), [postings]);
  if (data.places.length < 2) return null;
  return <LineChart title={t.overTime} placeName={t.month} {...data} range={wholeRange} />;
}

function linesOf(postings: readonly DatedPosting[]): LineChartData {
  const { months, categories } = findingsByMonth(postings);
  return {
    places: months.map(({ month }) => month),
    series: [
      {
        name: texts.dashboard.overview.anyFinding,
        values: months.map((month) => month.withFindings / month.postings),
      },
      ...categories.slice(0, mostKinds).map((category, i) => ({
        name: texts.category[category],
        values: months.map((month) => (month.byCategory[i] ?? 0) / month.postings),
      })),
    ],
    format: percent,
  };
}
