import type { ChangesSection, ReportData, TrendSection } from '../../../shared/protocol/report.ts';
import { trendChart } from '../charts/trend-chart.ts';
import { capital, nothing } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html, trusted } from '../markup.ts';
import { texts } from '../texts.ts';
import { bullets, dataTable } from './table.ts';

const words = texts.trend;

export function trendSection({ trend, changes }: ReportData): Markup {
  if (trend.length === 0) return html`<p>${words.none}</p>`;
  return html`<p>${words.intro}</p>
${trend.map((section, i) => one(section, changes.policies, `trend-${i + 1}`))}`;
}

function one(section: TrendSection, policies: ChangesSection['policies'], id: string): Markup {
  const caption = words.chart(section.attribute);
  const told = new Set(section.changes.map((change) => change.on));
  const notes = [
    ...section.changes.map((change) => change.sentence),
    ...policies.filter((policy) => !told.has(policy.on)).map((policy) => words.noChange(policy.on)),
  ];
  return html`<h3>${capital(section.attribute)}</h3>
<figure><figcaption>${caption}</figcaption>${trusted(trendChart(section, policies, id))}</figure>
${dataTable(
  texts.tableOf(caption),
  [{ heading: words.period }, ...section.rows.map((row) => ({ heading: row.group, figure: true }))],
  section.periods.map((period, p) => ({
    cells: [
      period,
      ...section.rows.map(({ rates }) => {
        const rate = rates[p] ?? null;
        return rate === null ? nothing : `${Math.round(rate * 100)} %`;
      }),
    ],
  })),
)}
${notes.length === 0 ? '' : bullets(notes)}
`;
}
