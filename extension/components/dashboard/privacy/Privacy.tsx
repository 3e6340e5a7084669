import { useState } from 'react';
import type { SidecarState } from '../../../messages.ts';
import type { SendRequest } from '../../../pages-client.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { EraseBrowserData } from './EraseBrowserData.tsx';

interface PrivacyProps {
  readonly sidecar: SidecarState;
  readonly send: SendRequest;
  readonly onChanged: () => void;
}

/** What is kept where, and how it is deleted. */
export function Privacy({ sidecar, send, onChanged }: PrivacyProps) {
  const [failure, setFailure] = useState<Failure>();
  const t = texts.dashboard.privacy;
  const unpair = () =>
    send({ type: 'page/unpair' }).then(onChanged, (error: unknown) => setFailure(failureOf(error)));
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="kept-title">
        <h2 id="kept-title">{t.keptTitle}</h2>
        <table className="kept">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.where}</th>
              <th scope="col">{t.until}</th>
            </tr>
          </thead>
          <tbody>
            {t.kept.map(({ what, where, until }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{where}</td>
                <td>{until}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">{t.never}</p>
      </section>
      <section className="card stack" aria-labelledby="token-title">
        <h2 id="token-title">{t.tokenTitle}</h2>
        <p className="soft">{sidecar.state === 'paired' ? t.tokenHere : t.tokenNone}</p>
        {sidecar.state === 'paired' && (
          <div>
            <button type="button" className="button" onClick={() => void unpair()}>
              {texts.options.service.unpair}
            </button>
          </div>
        )}
        {failure && <FailureNotice failure={failure} />}
      </section>
      <EraseBrowserData onErased={onChanged} />
    </div>
  );
}
