import type { ReportData } from '../../shared/protocol/report.ts';
import type { Browser } from '../browser/find-browser.ts';
import { type CsvTable, csvTables, renderCsv } from './csv.ts';
import { renderHtml } from './html/render-html.ts';
import { printPdf } from './pdf.ts';

export const reportFormats = ['html', 'pdf', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** One file of a report. */
export interface ReportFile {
  readonly body: string | Uint8Array;
  readonly contentType: string;
  /** Stands between the name and the extension of every file but the first, such as `funnel`. */
  readonly part?: CsvTable;
}

/**
 * The report in one form: one file, or a file a table for CSV (the selection table first).
 * @throws NoBrowserError for PDF where no browser prints.
 */
export async function renderReport(
  data: ReportData,
  format: ReportFormat,
  options: { readonly browser?: Browser | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly [ReportFile, ...ReportFile[]]> {
  switch (format) {
    case 'html':
      return [{ body: renderHtml(data), contentType: 'text/html; charset=utf-8' }];
    case 'json':
      return [{ body: `${JSON.stringify(data, null, 2)}\n`, contentType: 'application/json; charset=utf-8' }];
    case 'pdf':
      return [
        {
          body: await printPdf(renderHtml(data), data.madeOn, options.browser, options.signal),
          contentType: 'application/pdf',
        },
      ];
    case 'csv': {
      const [first, ...others] = csvTables;
      const file = (table: CsvTable) => ({
        body: renderCsv(data, table),
        contentType: 'text/csv; charset=utf-8',
      });
      return [file(first), ...others.map((part) => ({ ...file(part), part }))];
    }
  }
}
