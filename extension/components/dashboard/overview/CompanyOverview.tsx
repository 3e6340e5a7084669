import { useCallback } from 'react';
import type { ReportData } from '../../../../shared/protocol/report.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { Working } from '../../common/Working.tsx';
import { Figures } from '../common/Figures.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { PoolFigures } from '../common/PoolFigures.tsx';
import { useCompany } from '../common/use-company.ts';
import { useLoaded } from '../common/use-loaded.ts';
import { CategoryBars } from './CategoryBars.tsx';
import { FindingsOverTime } from './FindingsOverTime.tsx';
import { commonFirst } from './findings-by-month.ts';
import { MatchListShares } from './MatchListShares.tsx';
import { reportPostings } from './report-postings.ts';
import { Verdicts } from './Verdicts.tsx';

interface CompanyOverviewProps {
  readonly analyst: Analyst;
}

/** What the local service knows at a glance: how much there is at once, the report's figures as soon as they are measured. */
export function CompanyOverview({ analyst }: CompanyOverviewProps) {
  const company = useCompany(analyst);
  const { beingMade } = company;
  const t = texts.dashboard.overview;
  return (
    <LoadedView loading={company}>
      {(pool) => (
        <>
          <section className="card stack" aria-labelledby="company-title">
            <h2 id="company-title">{t.company}</h2>
            {beingMade ? <Working message={t.sampleBeingMade} /> : <PoolFigures pool={pool} />}
          </section>
          {!beingMade && <ReportFigures analyst={analyst} />}
        </>
      )}
    </LoadedView>
  );
}

function ReportFigures({ analyst }: CompanyOverviewProps) {
  const load = useCallback(
    (signal: AbortSignal) => analyst.waitFor('report', { format: 'json' }, signal),
    [analyst],
  );
  return (
    <LoadedView loading={useLoaded(load)} message={texts.dashboard.overview.beingMeasured}>
      {(report) => (
        <>
          <Verdicts headlines={report.headlines} />
          <MatchListShares sections={report.matchList} />
          <PastPostings report={report} />
        </>
      )}
    </LoadedView>
  );
}

function PastPostings({ report }: { readonly report: ReportData }) {
  const t = texts.dashboard.overview;
  const postings = reportPostings(report.postings);
  const byCategory = commonFirst(postings);
  return (
    <section className="card stack" aria-labelledby="past-title">
      <h2 id="past-title">{t.past.title}</h2>
      {postings.length === 0 ? (
        <p className="soft">{t.past.none}</p>
      ) : (
        <>
          <Figures
            figures={[
              { label: t.postings, value: postings.length },
              {
                label: t.withoutFindings,
                value: postings.filter(({ categories }) => categories.length === 0).length,
              },
              {
                label: t.withLegalGaps,
                value: report.postings.filter(({ legal }) => legal.length > 0).length,
              },
              { label: t.past.rewritten, value: report.changes.rewrittenPostings },
            ]}
          />
          <CategoryBars byCategory={byCategory} of={postings.length} />
          <FindingsOverTime postings={postings} />
        </>
      )}
    </section>
  );
}
