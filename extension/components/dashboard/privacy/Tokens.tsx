import { useCallback } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { dayAndTime } from '../common/day-and-time.ts';
import { LoadedView } from '../common/LoadedView.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';

interface TokensProps {
  readonly analyst: Analyst;
  /** Called after a token was revoked: it may have been this browser's own. */
  readonly onRevoked: () => void;
}

/** Who is paired with the local service; each can be disconnected, and pair again with a new code. */
export function Tokens({ analyst, onRevoked }: TokensProps) {
  const load = useCallback((signal: AbortSignal) => analyst.ask('tokens', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const { busy, failure, run } = useAction();
  const t = texts.dashboard.privacy.tokens;
  const revoke = (id: string) =>
    run(async (signal) => {
      await analyst.ask('revokeToken', { parameters: { id } }, signal);
      loading.reload();
      onRevoked();
    });
  return (
    <section className="card stack" aria-labelledby="tokens-title">
      <div>
        <h2 id="tokens-title">{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      {failure && <FailureNotice failure={failure} />}
      <LoadedView loading={loading}>
        {({ tokens }) => (
          <table className="kept">
            <thead>
              <tr>
                <th scope="col">{t.client}</th>
                <th scope="col">{t.roles}</th>
                <th scope="col">{t.issued}</th>
                <th scope="col">{t.used}</th>
                <th scope="col">
                  <span className="visually-hidden">{t.revoke}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.map(({ id, client, roles, issuedAt, lastUsedOn }) => (
                <tr key={id}>
                  <th scope="row">{client}</th>
                  <td>{roles.map((role) => t.role[role]).join(', ')}</td>
                  <td className="moment">{dayAndTime(issuedAt)}</td>
                  <td className="moment">{lastUsedOn ?? t.never}</td>
                  <td>
                    <button
                      type="button"
                      className="button button-small"
                      aria-label={t.revokeLabel(client, dayAndTime(issuedAt))}
                      disabled={busy}
                      onClick={() => revoke(id)}
                    >
                      {t.revoke}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </LoadedView>
    </section>
  );
}
