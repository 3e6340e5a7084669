import type { SidecarState } from '../../../messages.ts';
import type { SendRequest } from '../../../pages-client.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { useAction } from '../common/use-action.ts';

interface PairingProps {
  readonly sidecar: SidecarState;
  readonly send: SendRequest;
  readonly onChanged: () => void;
}

/** Whether this browser holds a token, and how it is deleted here. */
export function Pairing({ sidecar, send, onChanged }: PairingProps) {
  const { busy, failure, run } = useAction();
  const t = texts.dashboard.privacy;
  const unpair = () =>
    run(async (signal) => {
      await send({ type: 'page/unpair' }, signal);
      onChanged();
    });
  return (
    <section className="card stack" aria-labelledby="token-title">
      <h2 id="token-title">{t.tokenTitle}</h2>
      <p className="soft">{sidecar.state === 'paired' ? t.tokenHere : t.tokenNone}</p>
      {sidecar.state === 'paired' && (
        <div>
          <button type="button" className="button" disabled={busy} onClick={unpair}>
            {texts.options.service.unpair}
          </button>
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
    </section>
  );
}
