import type { PostingRow, ReportData } from '../../../shared/protocol/report.ts';
import { categoryWord, count, nothing } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import { texts } from '../texts.ts';
import { dataTable, note } from './table.ts';

const words = texts.postings;
/** Rows of the page; every posting is in the CSV and JSON forms. */
const mostRows = 40;

/** Postings with open points of law first, then by score. */
export function postingSection({ postings }: ReportData): Markup {
  if (postings.length === 0) return html`<p>${words.none}</p>`;
  const ordered = postings.toSorted(
    (a, b) => b.legal.length - a.legal.length || a.score - b.score || (a.id < b.id ? -1 : 1),
  );
  return html`<p>${words.intro}</p>
${dataTable(
  words.caption,
  [
    { heading: words.title },
    { heading: words.department },
    { heading: words.score, figure: true },
    { heading: words.findings },
    { heading: words.legal },
  ],
  ordered.slice(0, mostRows).map((posting) => ({
    cells: [
      posting.title,
      posting.department ?? nothing,
      posting.score.toFixed(0),
      findings(posting),
      legal(posting),
    ],
  })),
)}
${ordered.length > mostRows ? note(words.rest(count(ordered.length - mostRows))) : ''}`;
}

function findings({ findings: byCategory }: PostingRow): string {
  const entries = Object.entries(byCategory).filter(([, n]) => n > 0);
  return entries.length === 0
    ? nothing
    : entries.map(([category, n]) => `${categoryWord(category)} ${n}`).join(', ');
}

function legal({ legal: entries }: PostingRow): Markup {
  if (entries.length === 0) return html`${words.noLegal}`;
  return html`<ul>${entries.map(
    (entry) =>
      html`<li>${entry.message} <span class="small">(${words.source(entry.source, entry.jurisdictions.join(', '))})</span></li>`,
  )}</ul>`;
}
