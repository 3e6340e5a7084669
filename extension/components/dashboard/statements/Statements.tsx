import { useEffect, useState } from 'react';
import type { Statement } from '../../../../shared/protocol/sidecar.ts';
import type { SendRequest } from '../../../pages-client.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';
import { Working } from '../../common/Working.tsx';

interface StatementsProps {
  readonly send: SendRequest;
}

type StatementsState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly statements: readonly Statement[] }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The company's approved statements: the only text that a rewrite may add. */
export function Statements({ send }: StatementsProps) {
  const [state, setState] = useState<StatementsState>({ status: 'loading' });
  const task = useTask();
  const t = texts.dashboard.statements;
  useEffect(() => {
    task.run(
      async (signal) => {
        const reply = await send({ type: 'page/statements' }, signal);
        setState(reply.ok ? { status: 'loaded', ...reply } : { status: 'failed', failure: reply });
      },
      (error) => setState({ status: 'failed', failure: failureOf(error) }),
    );
  }, [send, task]);
  return (
    <section className="card stack" aria-labelledby="statements-title">
      <div>
        <h2 id="statements-title">{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      {state.status === 'loading' && <Working message={texts.common.loading} />}
      {state.status === 'failed' && <FailureNotice failure={state.failure} />}
      {state.status === 'loaded' && state.statements.length === 0 && <p className="soft">{t.none}</p>}
      {state.status === 'loaded' && (
        <ul className="findings">
          {state.statements.map(({ id, text, topic }) => (
            <li key={id} className="row spread statement">
              <span>{text}</span>
              <span className="tag">{t.topics[topic]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
