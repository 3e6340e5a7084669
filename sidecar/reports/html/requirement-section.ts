import type { ReportData, RequirementRow } from '../../../shared/protocol/report.ts';
import { requirementChart } from '../charts/requirement-chart.ts';
import { count, nothing } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html, trusted } from '../markup.ts';
import { texts } from '../texts.ts';
import { dataTable, note } from './table.ts';

const words = texts.requirements;
/** Rows of a table of shares; every requirement is in the CSV and JSON forms. */
const mostShareRows = 20;

export function requirementSection({ requirements, about }: ReportData): Markup {
  if (requirements.length === 0) return html`<p>${words.intro}</p><p>${words.none}</p>`;
  const chart = requirementChart(requirements, 'requirements');
  return html`<p>${words.intro}</p>
${chart === null ? '' : html`<figure><figcaption>${words.chart}</figcaption>${trusted(chart)}</figure>`}
${dataTable(
  texts.tableOf(words.chart),
  [
    { heading: words.requirement },
    { heading: words.postings, figure: true },
    { heading: words.with, figure: true },
    { heading: words.without, figure: true },
    { heading: words.more, figure: true },
  ],
  requirements.map((row) => ({
    cells: [row.requirement, count(row.postings), count(row.with), count(row.without), count(row.more)],
  })),
)}
${about.attributes.map((attribute) => shareTable(attribute, requirements))}
${note(words.hidden)}`;
}

function shareTable(attribute: string, requirements: readonly RequirementRow[]): Markup {
  const groups = [
    ...new Set(
      requirements.flatMap((row) =>
        row.shares.filter((share) => share.attribute === attribute).map((share) => share.group),
      ),
    ),
  ];
  if (groups.length === 0) return html``;
  const shown = requirements
    .map(({ requirement, shares }) => ({
      requirement,
      shares: groups.map((group) =>
        shareCell(shares.find((one) => one.attribute === attribute && one.group === group)),
      ),
    }))
    .filter(({ shares }) => shares.some((share) => share !== nothing))
    .slice(0, mostShareRows);
  return dataTable(
    words.shares(attribute),
    [{ heading: words.requirement }, ...groups.map((heading) => ({ heading, figure: true }))],
    shown.map(({ requirement, shares }) => ({ cells: [requirement, ...shares] })),
  );
}

function shareCell(share: RequirementRow['shares'][number] | undefined): string {
  const rounded = (value: number | null | undefined) =>
    typeof value === 'number' ? `${Math.round(value * 100)} %` : nothing;
  const [withIt, withoutIt] = [rounded(share?.with), rounded(share?.without)];
  return withIt === nothing && withoutIt === nothing ? nothing : words.share(withIt, withoutIt);
}
