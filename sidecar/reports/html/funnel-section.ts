import type { FunnelSection, ReportData } from '../../../shared/protocol/report.ts';
import { funnelChart } from '../charts/funnel-chart.ts';
import { capital, count, percent, probability, ratio } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html, trusted } from '../markup.ts';
import { texts } from '../texts.ts';
import { stageName } from './page-one.ts';
import { verdictCell } from './selection-section.ts';
import { dataTable, note } from './table.ts';

const words = texts.funnel;

export function funnelSection({ funnel }: ReportData): Markup {
  if (funnel.length === 0) return html`<p>${words.none}</p>`;
  return html`<p>${words.intro}</p>
${funnel.map((section, i) => one(named(section), `funnel-${i + 1}`))}`;
}

/** The same section with stages in the reader's words. */
function named(section: FunnelSection): FunnelSection {
  return {
    ...section,
    stages: section.stages.map(stageName),
    steps: section.steps.map((step) => ({ ...step, from: stageName(step.from), to: stageName(step.to) })),
  };
}

function one(section: FunnelSection, id: string): Markup {
  if (section.withheld) return html`<h3>${capital(section.attribute)}</h3>${note(texts.selection.withheld)}`;
  const chart = funnelChart(section, id);
  return html`<h3>${capital(section.attribute)}</h3>
${chart === null ? '' : html`<figure><figcaption>${words.chart(section.attribute)}</figcaption>${trusted(chart)}</figure>`}
${dataTable(
  words.caption(section.attribute),
  [
    { heading: texts.selection.columns.group },
    ...section.stages.map((heading) => ({ heading, figure: true })),
  ],
  [
    ...section.rows.map((row) => ({ cells: [row.group, ...row.reached.map(count)] })),
    { cells: [words.everybody, ...section.totals.map(count)], reference: true },
  ],
)}
${stepTable(section)}
${section.rows.some((row) => row.reached.includes(null)) ? note(texts.selection.hidden) : ''}
`;
}

function stepTable(section: FunnelSection): Markup {
  const { columns } = texts.selection;
  const rows = section.steps.flatMap((step) =>
    step.rows.map((row) => ({
      reference: row.verdict === 'reference',
      cells: [
        words.step(step.from, step.to),
        row.group,
        percent(row.rate),
        ratio(row.impactRatio),
        probability(row.holmP),
        verdictCell({ ...row, needed: null }),
      ],
    })),
  );
  if (rows.length === 0) return html``;
  return dataTable(
    words.stepCaption(section.attribute),
    [
      { heading: words.stepHeading },
      { heading: columns.group },
      { heading: columns.rate, figure: true },
      { heading: columns.ratio, figure: true },
      { heading: columns.p, figure: true },
      { heading: columns.verdict },
    ],
    rows,
  );
}
