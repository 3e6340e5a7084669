import { useState } from 'react';
import type { SidecarState } from '../messages.ts';
import type { SendRequest } from '../pages-client.ts';
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
  readonly send: SendRequest;
}

const formats = ['html', 'pdf', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly format: Format }
  | { readonly status: 'saved'; readonly fileName: string }
  | { readonly status: 'failed'; readonly format: Format; readonly failure: Failure };

/** Fetches the report through the worker and saves it as a file. */
export function ReportExport({ sidecar, send }: ReportExportProps) {
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const task = useTask();
  const t = texts.report;

  const run = (format: Format) => {
    setState({ status: 'working', format });
    task.run(
      async (signal) => {
        const reply = await send({ type: 'page/report', format }, signal);
        if (!reply.ok) {
          setState({ status: 'failed', format, failure: reply });
          return;
        }
        saveFile(reply.fileName, reply.dataUrl);
        setState({ status: 'saved', fileName: reply.fileName });
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
