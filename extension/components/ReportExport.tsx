import { useState } from 'react';
import type { AskReport } from '../ask-report.ts';
import type { SidecarState } from '../messages.ts';
import type { ReportFormat } from '../port-messages.ts';
import { texts } from '../texts.ts';
import { FailureNotice } from './common/FailureNotice.tsx';
import type { Failure } from './common/failure.ts';
import { failureOf } from './common/failure.ts';
import { Icon } from './common/Icon.tsx';
import { saveFile } from './common/save-file.ts';
import { useTask } from './common/use-task.ts';
import { Working } from './common/Working.tsx';

interface ReportExportProps {
  readonly sidecar: SidecarState;
  readonly askReport: AskReport;
}

const formats: readonly ReportFormat[] = ['html', 'pdf', 'csv', 'json'];

type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly format: ReportFormat }
  | { readonly status: 'saved'; readonly fileName: string }
  | { readonly status: 'failed'; readonly format: ReportFormat; readonly failure: Failure };

/** Fetches the report through the worker and saves it as a file. */
export function ReportExport({ sidecar, askReport }: ReportExportProps) {
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const task = useTask();
  const t = texts.report;

  const run = (format: ReportFormat) => {
    setState({ status: 'working', format });
    task.run(
      async (signal) => {
        const { fileName, dataUrl } = await askReport(format, signal);
        saveFile(fileName, dataUrl);
        setState({ status: 'saved', fileName });
      },
      (error) => setState({ status: 'failed', format, failure: failureOf(error) }),
    );
  };

  return (
    <section className="card stack" aria-labelledby="report-title">
      <div>
        <h2 id="report-title" className="row">
          <Icon name="page" />
          {t.title}
        </h2>
        <p className="small soft">{hintFor(sidecar)}</p>
      </div>
      <div className="row wrap">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            className="button button-small grow"
            disabled={!canExport(sidecar) || state.status === 'working'}
            aria-label={t.export(t.format[format])}
            onClick={() => run(format)}
          >
            <Icon name="download" size={14} />
            {t.format[format]}
          </button>
        ))}
      </div>
      {state.status === 'working' && <Working message={t.working(t.format[state.format])} />}
      {state.status === 'saved' && <p role="status">{t.saved(state.fileName)}</p>}
      {state.status === 'failed' && (
        <FailureNotice failure={state.failure} onRetry={() => run(state.format)} />
      )}
    </section>
  );
}

/** Reports hold figures, and figures are the analyst's. */
function canExport(sidecar: SidecarState): boolean {
  return sidecar.state === 'paired' && sidecar.role === 'analyst';
}

function hintFor(sidecar: SidecarState): string {
  if (sidecar.state !== 'paired') return texts.report.needsSidecar;
  return canExport(sidecar) ? texts.report.hint : texts.report.needsAnalyst;
}
