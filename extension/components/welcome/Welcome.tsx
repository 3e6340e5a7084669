import { useState } from 'react';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { Brand } from '../common/Brand.tsx';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';
import { SampleNote } from '../common/SampleNote.tsx';
import { useSidecar } from '../common/use-sidecar.ts';
import { Working } from '../common/Working.tsx';
import { openPage } from '../open-pages.ts';
import { PairForm } from './PairForm.tsx';
import type { PairingHash } from './pairing-hash.ts';
import { Step } from './Step.tsx';

interface WelcomeProps {
  readonly send: SendRequest;
  readonly pairing: PairingHash;
  /** The port the local service is expected on, for the sample posting. */
  readonly port: number;
}

/** From installed to a first marked posting in three steps. */
export function Welcome({ send, pairing, port }: WelcomeProps) {
  const { sidecar, set, refresh } = useSidecar(send);
  // A code in the address is there to be used, also where an older pairing exists.
  const [asking, setAsking] = useState(pairing.code !== '');
  const t = texts.welcome;
  const paired = sidecar?.state === 'paired' && !asking;
  const absent = sidecar?.state === 'absent' && !pairing.code;
  const samplePort = pairing.code ? pairing.port : port;

  return (
    <main className="sheet stack">
      <header className="stack">
        <Brand size={32} />
        <h1>{t.title}</h1>
        <p className="lead">{t.intro}</p>
      </header>
      <ol className="steps">
        <Step number={1} title={t.step1} state={!sidecar || absent ? 'current' : 'done'}>
          <Found sidecar={sidecar} absent={absent} onLookAgain={refresh} />
        </Step>
        <Step number={2} title={t.step2} state={paired ? 'done' : sidecar && !absent ? 'current' : 'later'}>
          {paired ? (
            <Paired sidecar={sidecar} onAgain={() => setAsking(true)} />
          ) : (
            sidecar &&
            !absent && (
              <PairForm
                send={send}
                initial={pairing.code ? pairing : { code: '', port }}
                onPaired={(state) => {
                  set(state);
                  setAsking(false);
                }}
              />
            )
          )}
        </Step>
        <Step number={3} title={t.step3} state={paired ? 'current' : 'later'}>
          <p className="soft">{absent ? t.without : t.tryHint}</p>
          <div className="row wrap">
            {!absent && (
              <a
                className={paired ? 'button button-primary' : 'button'}
                href={`http://127.0.0.1:${samplePort}/sample`}
                target="_blank"
                rel="noreferrer"
              >
                {t.trySample}
              </a>
            )}
            <button type="button" className="button" onClick={() => openPage('dashboard', 'text')}>
              {t.tryPaste}
            </button>
          </div>
          {sidecar && <SampleNote sidecar={sidecar} />}
        </Step>
      </ol>
      <Privacy />
    </main>
  );
}

interface FoundProps {
  readonly sidecar: SidecarState | undefined;
  readonly absent: boolean;
  readonly onLookAgain: () => void;
}

function Found({ sidecar, absent, onLookAgain }: FoundProps) {
  const t = texts.welcome;
  if (!sidecar) return <Working message={t.looking} />;
  if (sidecar.state !== 'absent') return <p role="status">{t.found(sidecar.health.version)}</p>;
  if (!absent) return null;
  return (
    <div className="stack" role="status">
      <p>{t.absent}</p>
      <div className="row wrap">
        <code className="command">{texts.sidecar.command}</code>
        <CopyButton text={texts.sidecar.command} label={t.copyCommand} />
        <button type="button" className="button button-small" onClick={onLookAgain}>
          {t.lookAgain}
        </button>
      </div>
      <p className="small soft">{t.noticed}</p>
    </div>
  );
}

interface PairedProps {
  readonly sidecar: SidecarState;
  readonly onAgain: () => void;
}

function Paired({ sidecar, onAgain }: PairedProps) {
  const t = texts.welcome;
  return (
    <div className="row wrap" role="status">
      <p>{sidecar.state === 'paired' ? t.pairedAs[sidecar.role] : t.paired}</p>
      <button type="button" className="button button-quiet button-small" onClick={onAgain}>
        {t.pairAgain}
      </button>
    </div>
  );
}

function Privacy() {
  return (
    <section className="card stack-tight" aria-labelledby="privacy-title">
      <h2 id="privacy-title" className="row">
        <Icon name="shield" />
        {texts.welcome.privacyTitle}
      </h2>
      <ul className="bullets">
        {texts.welcome.privacy.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
