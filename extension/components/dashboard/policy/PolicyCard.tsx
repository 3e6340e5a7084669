import { useId } from 'react';
import type { Policy } from '../../../../shared/protocol/policy.ts';
import { texts } from '../../../texts.ts';
import { dayAndTime } from '../common/day-and-time.ts';
import { PromotionChecks } from '../training/PromotionChecks.tsx';
import { PreferenceList } from './PreferenceList.tsx';

interface PolicyCardProps {
  readonly policy: Policy;
  readonly busy: boolean;
  readonly onPromote: () => void;
}

/** One version: when it was trained and used, what it prefers, and the checks it had to pass. */
export function PolicyCard({ policy, busy, onPromote }: PolicyCardProps) {
  const id = useId();
  const t = texts.dashboard.policy;
  const { inForce, trainedAt, promotions, decision, promotable, preferences } = policy;
  return (
    <section className="card stack" aria-labelledby={id}>
      <div className="row spread wrap">
        <h2 id={id}>
          {t.version(dayAndTime(trainedAt))} {inForce && <span className="tag tag-good">{t.inForce}</span>}
        </h2>
        {!inForce && promotable && (
          <button type="button" className="button" disabled={busy} onClick={onPromote}>
            {t.promote}
          </button>
        )}
      </div>
      {promotions.length > 0 && (
        <ul className="small soft">
          {promotions.map(({ promotedAt, withdrawnAt }) => (
            <li key={promotedAt}>{t.used(dayAndTime(promotedAt), withdrawnAt && dayAndTime(withdrawnAt))}</li>
          ))}
        </ul>
      )}
      <h3>{t.preferencesTitle}</h3>
      <PreferenceList preferences={preferences} />
      {decision ? (
        <details className="details">
          <summary>{t.checks}</summary>
          <PromotionChecks decision={decision} />
        </details>
      ) : (
        <p className="small soft">{t.imported}</p>
      )}
    </section>
  );
}
