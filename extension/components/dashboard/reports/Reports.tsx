import { useState } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import type { AskReport } from '../../../ask-report.ts';
import type { SidecarState } from '../../../messages.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';
import { Working } from '../../common/Working.tsx';
import { ReportExport } from '../../ReportExport.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { useCompany } from '../common/use-company.ts';

interface ReportsProps {
  readonly sidecar: SidecarState;
  readonly askReport: AskReport;
  readonly analyst: Analyst;
}

type PreviewState =
  | { readonly status: 'idle' | 'working' }
  | { readonly status: 'shown'; readonly html: string }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The report as a file and as a preview; both wait until there is a company to report on. */
export function Reports({ sidecar, askReport, analyst }: ReportsProps) {
  if (sidecar.state !== 'paired' || sidecar.role !== 'analyst')
    return <ReportExport sidecar={sidecar} askReport={askReport} />;
  return <CompanyReports sidecar={sidecar} askReport={askReport} analyst={analyst} />;
}

function CompanyReports({ sidecar, askReport, analyst }: ReportsProps) {
  const company = useCompany(analyst);
  return (
    <LoadedView loading={company}>
      {() =>
        company.beingMade ? (
          <section className="card">
            <Working message={texts.dashboard.reports.sampleBeingMade} />
          </section>
        ) : (
          <div className="stack">
            <ReportExport sidecar={sidecar} askReport={askReport} />
            <ReportPreview askReport={askReport} />
          </div>
        )
      }
    </LoadedView>
  );
}

/** The report before it is saved, in a frame that can run nothing and reach nothing. */
function ReportPreview({ askReport }: Pick<ReportsProps, 'askReport'>) {
  const [state, setState] = useState<PreviewState>({ status: 'idle' });
  const task = useTask();
  const t = texts.dashboard.reports;
  const preview = () => {
    setState({ status: 'working' });
    task.run(
      async (signal) => {
        const { dataUrl } = await askReport('html', signal);
        const html = await (await fetch(dataUrl)).text();
        signal.throwIfAborted();
        setState({ status: 'shown', html });
      },
      (error) => setState({ status: 'failed', failure: failureOf(error) }),
    );
  };
  return (
    <>
      {state.status !== 'shown' && (
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
    </>
  );
}
