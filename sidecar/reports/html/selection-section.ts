import type { ReportData, SelectionRow, SelectionSection } from '../../../shared/protocol/report.ts';
import { impactRatioChart } from '../charts/impact-ratio-chart.ts';
import { capital, count, nothing, percent, percentRange, probability, ratio } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html, trusted } from '../markup.ts';
import { texts } from '../texts.ts';
import { stageName } from './page-one.ts';
import { bullets, type Column, dataTable, note, type TableRow } from './table.ts';

const words = texts.selection;

export function selectionSection({ selection }: ReportData): Markup {
  const first = selection[0];
  if (first === undefined) return html`<p>${words.none}</p>`;
  return html`<p>${words.intro(stageName(first.from), stageName(first.to))}</p>
${selection.map((section, i) => one(section, `ratio-${i + 1}`))}`;
}

function one(section: SelectionSection, id: string): Markup {
  const chart = section.crossing ? null : impactRatioChart(section, id);
  return html`<h3>${capital(section.attribute)}</h3>
${chart === null ? '' : html`<figure><figcaption>${words.chart(section.attribute)}</figcaption>${trusted(chart)}</figure>`}
${section.rows.length === 0 ? '' : table(section)}
${section.rows.some((row) => row.smallCategory) ? note(words.smallCategory) : ''}
${section.total.n === null ? '' : note(`${words.total(count(section.total.n), count(section.total.selected))} ${section.unknown === null ? '' : words.unknown(count(section.unknown))}`)}
${bullets([...section.notes, ...(section.crossing ? [] : section.rows.filter((row) => row.verdict !== 'reference').map((row) => row.sentence))])}
`;
}

function table(section: SelectionSection): Markup {
  const from = stageName(section.from);
  const to = stageName(section.to);
  const stratified = section.basis === 'strata';
  const { columns } = words;
  const headings: Column[] = [
    { heading: columns.group },
    { heading: columns.n(from), figure: true },
    { heading: columns.selected(to), figure: true },
    { heading: columns.rateInterval, figure: true },
    { heading: columns.ratioInterval, figure: true },
    ...(stratified ? [{ heading: columns.odds, figure: true }] : []),
    { heading: columns.p, figure: true },
    { heading: columns.verdict, words: true },
  ];
  return dataTable(
    words.caption(section.attribute, from, to),
    headings,
    section.rows.map((row) => tableRow(row, stratified)),
  );
}

function tableRow(row: SelectionRow, stratified: boolean): TableRow {
  return {
    reference: row.verdict === 'reference',
    cells: [
      row.smallCategory ? `${row.group} *` : row.group,
      count(row.n),
      row.small ? `< 5` : count(row.selected),
      withRange(percent(row.selectionRate), wilsonRange(row)),
      withRange(ratio(row.impactRatio), range(row.koopman)),
      ...(stratified ? [withRange(ratio(row.oddsRatio), range(row.oddsRatioInterval))] : []),
      probability(row.holmP),
      verdictCell(row),
    ],
  };
}

/** A range as the JSON form holds it: an unbounded upper limit is `null`. */
export function range(interval: { lower: number; upper: number | null } | null): string {
  return interval === null ? nothing : `${ratio(interval.lower)} to ${ratio(interval.upper ?? Infinity)}`;
}

/** A figure with its interval on the line below. */
function withRange(figure: string, interval: string): Markup {
  return interval === nothing ? html`${figure}` : html`${figure}<br><span class="small">${interval}</span>`;
}

export function verdictCell(row: Pick<SelectionRow, 'verdict' | 'needed' | 'impactRatio'>): string {
  if (row.verdict === 'reference') return row.impactRatio === 1 ? words.highestText : words.referenceText;
  if (row.verdict !== 'not enough data' || row.needed === null || row.needed === 0) return row.verdict;
  return `${row.verdict} (${words.needed(count(row.needed))})`;
}

function wilsonRange({ wilson }: SelectionRow): string {
  return wilson === null || wilson.upper === null
    ? nothing
    : percentRange({ lower: wilson.lower, upper: wilson.upper });
}
