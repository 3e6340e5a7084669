import type { Estimate, ListVerdict } from '../../../shared/protocol/rewrite.ts';
import { texts } from '../../texts.ts';
import { ProgressBar } from '../common/ProgressBar.tsx';
import { lastEstimate, type Measurement } from './rewrite-state.ts';

interface EstimateLineProps {
  readonly measurement: Measurement;
  readonly onMeasure: () => void;
}

/** What the chosen changes do to who is found: words only, the figures are the analyst's. */
export function EstimateLine({ measurement, onMeasure }: EstimateLineProps) {
  const t = texts.rewrite;
  if (measurement.status === 'none') return null;
  const estimate = lastEstimate(measurement);
  return (
    <section className="estimate stack-tight" aria-label={t.listTitle}>
      <h3 className="small soft">{t.listTitle}</h3>
      <div aria-live="polite" className="stack-tight">
        {estimate && <EstimateWords estimate={estimate} faded={measurement.status !== 'current'} />}
        {measurement.status === 'measuring' && <p className="small">{t.listMeasuring}</p>}
        {measurement.status === 'pending' && <p className="small">{t.listPending}</p>}
      </div>
      {measurement.status === 'pending' && (
        <ProgressBar progress={measurement.progress} label={t.listMeasuring} />
      )}
      {measurement.status === 'outdated' && (
        <div className="row wrap">
          <span className="small soft">{t.listOutdated}</span>
          <button type="button" className="button button-small" onClick={onMeasure}>
            {t.listMeasure}
          </button>
        </div>
      )}
    </section>
  );
}

const arrows: Record<ListVerdict, string> = {
  closer: '→←',
  further: '←→',
  'no-measurable-change': '=',
  'not-enough-data': '?',
};

function EstimateWords({ estimate, faded }: { readonly estimate: Estimate; readonly faded: boolean }) {
  const t = texts.rewrite;
  const words = texts.verdict[estimate.verdict];
  return (
    <div className={faded ? 'estimate-faded' : undefined}>
      <p>
        <span className={`verdict-sign verdict-${estimate.verdict}`} aria-hidden="true">
          {arrows[estimate.verdict]}
        </span>{' '}
        <strong>{words.title}</strong>
      </p>
      <p className="small">{estimate.verdict === 'not-enough-data' ? estimate.explanation : words.hint}</p>
      {estimate.relevanceChange !== undefined && (
        <p className="small">{relevanceWords(estimate.relevanceChange)}</p>
      )}
      {estimate.recommender !== 'none' && (
        <p className="small soft">
          {estimate.synthetic && <span className="tag">{texts.sidecar.sample}</span>}{' '}
          {t.listMeasured(estimate.recommenderPlainName ?? estimate.recommender)}
        </p>
      )}
    </div>
  );
}

/** Changes under one hundredth of a share are not told apart from none. */
function relevanceWords(change: number): string {
  if (Math.abs(change) < 0.01) return texts.rewrite.relevanceKept;
  return change > 0 ? texts.rewrite.relevanceMore : texts.rewrite.relevanceLess;
}
