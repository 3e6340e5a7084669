import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';

/** A column of figures stands to the right. */
export interface Column {
  readonly heading: string;
  readonly figure?: boolean;
  /** A column of words keeps room for two or three of them. */
  readonly words?: boolean;
}

export interface TableRow {
  /** The first cell is the row's heading. */
  readonly cells: readonly (string | Markup)[];
  readonly reference?: boolean;
}

/** A data table with caption, column and row headings, in a region that scrolls by keyboard on a narrow screen. */
export function dataTable(caption: string, columns: readonly Column[], rows: readonly TableRow[]): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${column.figure ? html` class="figure"` : ''}>${column.heading}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr${row.reference ? html` class="reference"` : ''}>${row.cells.map((cell, i) => tableCell(cell, i, columns[i]))}</tr>
`,
)}</tbody>
</table>
</div>`;
}

function tableCell(cell: string | Markup, index: number, column: Column | undefined): Markup {
  const style = column?.figure ? html` class="figure"` : column?.words ? html` class="words"` : '';
  return index === 0 ? html`<th scope="row"${style}>${cell}</th>` : html`<td${style}>${cell}</td>`;
}

export function note(text: string): Markup {
  return html`<p class="note">${text}</p>`;
}

export function bullets(items: readonly string[]): Markup {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
