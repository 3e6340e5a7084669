import { useState } from 'react';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { SampleNote } from '../common/SampleNote.tsx';
import { SidecarHelp } from '../common/SidecarHelp.tsx';
import { SidecarStatus } from '../common/SidecarStatus.tsx';
import { useSidecar } from '../common/use-sidecar.ts';
import { Working } from '../common/Working.tsx';
import { openPage } from '../open-pages.ts';
import { LanguageModel } from './LanguageModel.tsx';
import { OptionSection } from './OptionSection.tsx';

interface ServiceProps {
  readonly send: SendRequest;
}

/** The local service: whether it runs, what it has, and ending the pairing. */
export function Service({ send }: ServiceProps) {
  const { sidecar, refresh } = useSidecar(send);
  const [failure, setFailure] = useState<Failure>();
  const t = texts.options.service;
  const unpair = () =>
    send({ type: 'page/unpair' }).then(refresh, (error: unknown) => setFailure(failureOf(error)));
  return (
    <OptionSection id="service" title={t.title}>
      {!sidecar && <Working message={texts.welcome.looking} />}
      {sidecar && (
        <>
          <SidecarStatus sidecar={sidecar} />
          {sidecar.state === 'paired' && <PairedService sidecar={sidecar} onUnpair={() => void unpair()} />}
          <SidecarHelp sidecar={sidecar} onPair={() => openPage('welcome')} />
          <SampleNote sidecar={sidecar} />
        </>
      )}
      {failure && <FailureNotice failure={failure} />}
    </OptionSection>
  );
}

interface PairedServiceProps {
  readonly sidecar: Extract<SidecarState, { state: 'paired' }>;
  readonly onUnpair: () => void;
}

function PairedService({ sidecar, onUnpair }: PairedServiceProps) {
  const t = texts.options.service;
  const { health, role } = sidecar;
  return (
    <>
      <p>{t.role[role]}</p>
      <p className="soft">
        {t.candidates(health.candidates)}.{health.models.length === 0 && ` ${t.models([])}`}
      </p>
      {health.models.length > 0 && <LanguageModel models={health.models} />}
      <div>
        <button type="button" className="button button-small" onClick={onUnpair}>
          {t.unpair}
        </button>
      </div>
    </>
  );
}
