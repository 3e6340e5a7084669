import type { ReactNode } from 'react';
import type { Role } from '../../../../shared/protocol/sidecar.ts';
import type { SidecarState } from '../../../messages.ts';
import { texts } from '../../../texts.ts';
import { SidecarHelp } from '../../common/SidecarHelp.tsx';
import { Working } from '../../common/Working.tsx';
import { openPage } from '../../open-pages.ts';

interface PairedOnlyProps {
  /** `undefined` until the local service has answered. */
  readonly sidecar: SidecarState | undefined;
  readonly children: (role: Role) => ReactNode;
}

/** What the local service keeps; without it, why the page is empty and what to do. */
export function PairedOnly({ sidecar, children }: PairedOnlyProps) {
  if (!sidecar) return <Working message={texts.common.loading} />;
  if (sidecar.state === 'paired') return children(sidecar.role);
  return (
    <div className="card stack">
      <p>{texts.dashboard.access.needsService}</p>
      <SidecarHelp sidecar={sidecar} onPair={() => openPage('welcome')} />
    </div>
  );
}
