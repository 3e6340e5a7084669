import { useCallback, useState } from 'react';
import type { Policy } from '../../../../shared/protocol/policy.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { Empty } from '../../common/Empty.tsx';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Undoable } from '../../common/UndoLine.tsx';
import { UndoLine } from '../../common/UndoLine.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { TypedConfirmation } from '../common/TypedConfirmation.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';
import { PolicyCard } from './PolicyCard.tsx';

interface PoliciesProps {
  readonly analyst: Analyst;
}

/** The versions of the policy: which is in use, what each prefers, and the way back to the one before. */
export function Policies({ analyst }: PoliciesProps) {
  const load = useCallback((signal: AbortSignal) => analyst.ask('policies', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const { busy, failure, run } = useAction();
  const [last, setLast] = useState<Undoable>();
  const t = texts.dashboard.policy;

  const promote = (id: string, undoable: boolean) =>
    run(async (signal) => {
      await analyst.ask('promotePolicy', { parameters: { id } }, signal);
      setLast(undoable ? { message: t.promoted, undo: () => rollBack() } : undefined);
      loading.reload();
    });
  /** @param from the version that can be put in use again with one click; none where that is not so. */
  const rollBack = (from?: Policy) =>
    run(async (signal) => {
      await analyst.ask('rollBackPolicy', {}, signal);
      setLast(from && { message: t.rolledBack, undo: () => promote(from.id, false) });
      loading.reload();
    });

  return (
    <div className="stack">
      <UndoLine last={last} />
      {failure && <FailureNotice failure={failure} />}
      <LoadedView loading={loading}>
        {({ policies }) => {
          const current = policies.find(({ inForce }) => inForce);
          return (
            <>
              <section className="card stack" aria-labelledby="current-title">
                <h2 id="current-title">{t.currentTitle}</h2>
                <p>{current ? t.current : t.none}</p>
                {current?.promotable && (
                  <div>
                    <button
                      type="button"
                      className="button"
                      disabled={busy}
                      onClick={() => rollBack(current)}
                    >
                      {t.rollBack}
                    </button>
                  </div>
                )}
                {current && !current.promotable && (
                  <>
                    <p className="soft">{t.cannotUndo}</p>
                    <TypedConfirmation
                      word={t.rollBackWord}
                      button={t.rollBack}
                      busy={busy}
                      onConfirm={() => rollBack()}
                    />
                  </>
                )}
              </section>
              {policies.length === 0 && (
                <div className="card">
                  <Empty title={t.emptyTitle} hint={t.emptyHint}>
                    <a className="button button-primary" href="#training">
                      {t.toTraining}
                    </a>
                  </Empty>
                </div>
              )}
              {policies.map((policy) => (
                <PolicyCard
                  key={policy.id}
                  policy={policy}
                  busy={busy}
                  onPromote={() => promote(policy.id, true)}
                />
              ))}
            </>
          );
        }}
      </LoadedView>
    </div>
  );
}
