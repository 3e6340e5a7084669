import { useCallback, useState } from 'react';
import type { Statement } from '../../../../shared/protocol/sidecar.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Undoable } from '../../common/UndoLine.tsx';
import { UndoLine } from '../../common/UndoLine.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';
import { StatementForm } from './StatementForm.tsx';
import { StatementItem } from './StatementItem.tsx';

interface StatementsProps {
  readonly analyst: Analyst;
  /** Recruiters read the statements that a rewrite may add; an analyst changes them. */
  readonly canChange: boolean;
}

/** The company's approved statements, the only text that a rewrite may add: add, change, remove, each with a way back. */
export function Statements({ analyst, canChange }: StatementsProps) {
  const [adding, setAdding] = useState(false);
  const [last, setLast] = useState<Undoable>();
  const { busy, failure, run } = useAction();
  const load = useCallback((signal: AbortSignal) => analyst.ask('statements', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const t = texts.dashboard.statements;

  const save = ({ id, ...body }: Statement, message: string, undo?: () => void) =>
    run(async (signal) => {
      await analyst.ask('saveStatement', { parameters: { id }, body }, signal);
      setLast(undo && { message, undo });
      loading.reload();
    });
  const remove = (statement: Statement, message: string, undo?: () => void) =>
    run(async (signal) => {
      await analyst.ask('removeStatement', { parameters: { id: statement.id } }, signal);
      setLast(undo && { message, undo });
      loading.reload();
    });
  const putBack = (statement: Statement) => save(statement, '');

  return (
    <section className="card stack" aria-labelledby="statements-title">
      <div>
        <h2 id="statements-title">{t.title}</h2>
        <p className="soft">{canChange ? t.hint : `${t.hint} ${t.analystChanges}`}</p>
      </div>
      {canChange && adding && (
        <StatementForm
          submit={t.add}
          busy={busy}
          onSubmit={(content) => {
            const statement = { id: crypto.randomUUID(), ...content };
            setAdding(false);
            save(statement, t.added, () => remove(statement, ''));
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      {canChange && !adding && (
        <div>
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        </div>
      )}
      <UndoLine last={last} />
      {failure && <FailureNotice failure={failure} />}
      <LoadedView loading={loading}>
        {({ statements }) =>
          statements.length === 0 ? (
            <p className="soft">{t.none}</p>
          ) : (
            <ul>
              {statements.map((statement) => (
                <StatementItem
                  key={statement.id}
                  statement={statement}
                  canChange={canChange}
                  busy={busy}
                  onChange={(content) =>
                    save({ ...statement, ...content }, t.changed, () => putBack(statement))
                  }
                  onRemove={() => remove(statement, t.removed, () => putBack(statement))}
                />
              ))}
            </ul>
          )
        }
      </LoadedView>
    </section>
  );
}
