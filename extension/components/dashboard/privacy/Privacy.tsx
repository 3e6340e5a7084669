import type { Analyst } from '../../../ask-analyst.ts';
import type { SidecarState } from '../../../messages.ts';
import type { SendRequest } from '../../../pages-client.ts';
import { AnalystOnly } from '../common/AnalystOnly.tsx';
import { AuditLog } from './AuditLog.tsx';
import { Backups } from './Backups.tsx';
import { CompanySettings } from './CompanySettings.tsx';
import { EraseBrowserData } from './EraseBrowserData.tsx';
import { ErasePerson } from './ErasePerson.tsx';
import { Pairing } from './Pairing.tsx';
import { Tokens } from './Tokens.tsx';
import { WhatIsKept } from './WhatIsKept.tsx';

interface PrivacyProps {
  readonly sidecar: SidecarState | undefined;
  readonly send: SendRequest;
  readonly analyst: Analyst;
  /** Called when the pairing may have changed. */
  readonly onChanged: () => void;
}

/** What is kept where, the company's switches, and how everything is deleted. */
export function Privacy({ sidecar, send, analyst, onChanged }: PrivacyProps) {
  return (
    <div className="stack">
      <WhatIsKept />
      <AnalystOnly sidecar={sidecar}>
        <CompanySettings analyst={analyst} />
        <ErasePerson analyst={analyst} />
        <Backups analyst={analyst} />
        <Tokens analyst={analyst} onRevoked={onChanged} />
        <AuditLog analyst={analyst} />
      </AnalystOnly>
      {sidecar && <Pairing sidecar={sidecar} send={send} onChanged={onChanged} />}
      <EraseBrowserData onErased={onChanged} />
    </div>
  );
}
