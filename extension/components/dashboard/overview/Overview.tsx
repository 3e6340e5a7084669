import { useMemo } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import type { SidecarState } from '../../../messages.ts';
import { texts } from '../../../texts.ts';
import { SidecarHelp } from '../../common/SidecarHelp.tsx';
import { openPage } from '../../open-pages.ts';
import { Figures } from '../common/Figures.tsx';
import type { ScannedPosting } from '../postings/scan.ts';
import { summarise } from '../postings/scan-summary.ts';
import { CategoryBars } from './CategoryBars.tsx';
import { CompanyOverview } from './CompanyOverview.tsx';
import { FindingsOverTime } from './FindingsOverTime.tsx';

interface OverviewProps {
  readonly analyst: Analyst;
  readonly sidecar: SidecarState | undefined;
  readonly scanned: readonly ScannedPosting[];
  readonly onScan: () => void;
}

/** What is known at a glance: the last bulk scan, and the local service. */
export function Overview({ analyst, sidecar, scanned, onScan }: OverviewProps) {
  const t = texts.dashboard.overview;
  const summary = useMemo(() => summarise(scanned), [scanned]);
  const read = useMemo(() => scanned.filter(({ score }) => score !== undefined), [scanned]);
  const figures = [
    { label: t.postings, value: summary.postings },
    ...(summary.medianScore === undefined
      ? []
      : [{ label: t.medianScore, value: Math.round(summary.medianScore) }]),
    { label: t.withoutFindings, value: summary.withoutFindings },
    { label: t.withQuestions, value: summary.withQuestions },
    { label: t.withLegalGaps, value: summary.withLegalGaps },
  ];
  return (
    <div className="stack">
      {sidecar?.state === 'paired' && sidecar.role === 'analyst' && <CompanyOverview analyst={analyst} />}
      <section className="card stack" aria-labelledby="scan-title">
        <h2 id="scan-title">{t.scanTitle}</h2>
        {scanned.length === 0 ? (
          <>
            <p className="soft">{t.scanNone}</p>
            <div>
              <button type="button" className="button button-primary" onClick={onScan}>
                {t.scanButton}
              </button>
            </div>
          </>
        ) : (
          <>
            <Figures figures={figures} />
            <CategoryBars byCategory={summary.byCategory} of={read.length} />
            <FindingsOverTime postings={read} />
            {summary.unread > 0 && <p className="small soft">{t.unread(summary.unread)}</p>}
          </>
        )}
      </section>
      <section className="card stack" aria-labelledby="service-title">
        <h2 id="service-title">{texts.options.service.title}</h2>
        {sidecar?.state === 'paired' && (
          <p>
            {texts.options.service.candidates(sidecar.health.candidates)}.{' '}
            {texts.options.service.models(sidecar.health.models)}
          </p>
        )}
        {sidecar && <SidecarHelp sidecar={sidecar} onPair={() => openPage('welcome')} />}
      </section>
    </div>
  );
}
