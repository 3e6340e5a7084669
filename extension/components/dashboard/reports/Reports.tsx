import { useState } from 'react';
import type { SidecarState } from '../../../messages.ts';
import type { SendRequest } from '../../../pages-client.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';
import { Working } from '../../common/Working.tsx';
import { ReportExport } from '../../ReportExport.tsx';

interface ReportsProps {
  readonly sidecar: SidecarState;
  readonly send: SendRequest;
}

type PreviewState =
  | { readonly status: 'idle' | 'working' }
  | { readonly status: 'shown'; readonly html: string }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The report before it is saved, in a frame that can run nothing and reach nothing. */
export function Reports({ sidecar, send }: ReportsProps) {
  const [state, setState] = useState<PreviewState>({ status: 'idle' });
  const task = useTask();
  const t = texts.dashboard.reports;
  const preview = () => {
    setState({ status: 'working' });
    task.run(
      async (signal) => {
        const reply = await send({ type: 'page/report', format: 'html' }, signal);
        if (!reply.ok) return setState({ status: 'failed', failure: reply });
        const html = await (await fetch(reply.dataUrl)).text();
        signal.throwIfAborted();
        setState({ status: 'shown', html });
      },
      (error) => setState({ status: 'failed', failure: failureOf(error) }),
    );
  };
  const canSee = sidecar.state === 'paired' && sidecar.role === 'analyst';
  return (
    <div className="stack">
      <ReportExport sidecar={sidecar} send={send} />
      {canSee && state.status !== 'shown' && (
        <div>
          <button type="button" className="button" disabled={state.status === 'working'} onClick={preview}>
            {t.preview}
          </button>
        </div>
      )}
      {state.status === 'working' && <Working message={texts.report.working(texts.report.format.html)} />}
      {state.status === 'failed' && <FailureNotice failure={state.failure} onRetry={preview} />}
      {state.status === 'shown' && (
        <iframe className="report-frame" title={t.frameTitle} sandbox="" srcDoc={state.html} />
      )}
    </div>
  );
}
