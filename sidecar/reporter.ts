import { findBrowsers } from './browser/find-browser.ts';
import { openReportDesk } from './report-source/report-desk.ts';
import { collectReport } from './reports/collect-report.ts';
import { NoBrowserError } from './reports/pdf.ts';
import { archiveReport, reportFileName } from './reports/report-archive.ts';
import { type MatchListMeasurer, type Reporter, ServiceUnavailable } from './routes/services.ts';
import { openAttributes } from './storage/attributes.ts';
import type { Store } from './storage/store.ts';

export interface ReporterOptions {
  readonly store: Store;
  readonly version: string;
  readonly seed: number;
  readonly measurer: MatchListMeasurer;
  readonly now: () => Date;
}

/** Makes the report over the data folder, once the match list is measured. The attribute file is open only while the report is made. */
export function createReporter({ store, version, seed, measurer, now }: ReporterOptions): Reporter {
  return {
    async render(format, { actor, signal }) {
      await measurer.measure(signal === undefined ? {} : { signal });
      const madeOn = now().toISOString().slice(0, 10);
      const attributes = openAttributes(store.directory);
      try {
        const { source, record } = openReportDesk({ store, attributes, version, seed, actor, now });
        const data = collectReport(source, { madeOn });
        // Loaded with the first report: the charts bring several hundred files.
        const { renderReport } = await import('./reports/render-report.ts');
        const files = await renderReport(data, format, { browser: findBrowsers()[0], signal });
        record({ madeOn, format, people: data.about.applications ?? 0 });
        const fileName = reportFileName(madeOn, format);
        if (files.length > 1) {
          const body = archiveReport(files, madeOn, format);
          return { body, contentType: 'application/zip', fileName: `${fileName}.zip` };
        }
        const [{ body, contentType }] = files;
        // A copy, because a response wants bytes in a buffer of their own.
        return { body: typeof body === 'string' ? body : new Uint8Array(body), contentType, fileName };
      } catch (error) {
        if (!(error instanceof NoBrowserError)) throw error;
        throw new ServiceUnavailable(error.message, 'Export the HTML form instead; it says the same.', {
          cause: error,
        });
      } finally {
        attributes.close();
      }
    },
  };
}
