import { strToU8, zipSync } from 'fflate';
import type { ReportFile, ReportFormat } from './render-report.ts';

/** What a report file is called: `autorefine-report-2026-11-23-funnel.csv`. */
export function reportFileName(madeOn: string, format: ReportFormat, part?: string): string {
  return `autorefine-report-${madeOn}${part === undefined ? '' : `-${part}`}.${format}`;
}

/**
 * The files of a report as one zip archive, for whoever can take one file only.
 * @param madeOn ISO day; the archive's own dates too, so that the same report gives the same bytes in every time zone
 */
export function archiveReport(
  files: readonly ReportFile[],
  madeOn: string,
  format: ReportFormat,
): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ body, part }) => [
    reportFileName(madeOn, format, part),
    typeof body === 'string' ? strToU8(body) : body,
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: new Date(`${madeOn}T00:00:00`) }));
}
