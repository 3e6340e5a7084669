import { texts } from '../../texts.ts';
import { Notice } from '../common/Notice.tsx';
import type { ApplyOutcome } from './rewrite-state.ts';

interface OutcomeProps {
  readonly outcome: ApplyOutcome;
  readonly onDone: () => void;
}

/** What really landed, how to take it back, and what did not land and why. */
export function Outcome({ outcome, onDone }: OutcomeProps) {
  const t = texts.rewrite;
  const { applied, notApplied, undoSteps, copiedToClipboard } = outcome;
  return (
    <div className="stack">
      {applied.length > 0 && (
        <Notice tone="good" title={t.appliedTitle(applied.length)} live>
          {undoSteps > 0 && <p>{t.undoHint(undoSteps)}</p>}
        </Notice>
      )}
      {notApplied.length > 0 && (
        <Notice tone="warn" title={t.notAppliedTitle(notApplied.length)} live>
          <ul className="stack-tight">
            {notApplied.map(({ edit, why }) => (
              <li key={`${edit.start}/${edit.after}`}>
                {t.editLabel(edit.before, edit.after)}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {copiedToClipboard && (
        <Notice tone="warn" live>
          {t.clipboard}
        </Notice>
      )}
      <div>
        <button type="button" className="button" onClick={onDone}>
          {t.done}
        </button>
      </div>
    </div>
  );
}
