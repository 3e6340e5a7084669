import type { ReactNode } from 'react';
import type { SidecarState } from '../../../messages.ts';
import { texts } from '../../../texts.ts';
import { Empty } from '../../common/Empty.tsx';
import { Icon } from '../../common/Icon.tsx';
import { PairedOnly } from './PairedOnly.tsx';

interface AnalystOnlyProps {
  /** `undefined` until the local service has answered. */
  readonly sidecar: SidecarState | undefined;
  readonly children: ReactNode;
}

/** What only an analyst may see; others are told why it is not here and what they can do. */
export function AnalystOnly({ sidecar, children }: AnalystOnlyProps) {
  const t = texts.dashboard.access;
  return (
    <PairedOnly sidecar={sidecar}>
      {(role) =>
        role === 'analyst' ? (
          children
        ) : (
          <div className="card">
            <Empty title={t.analystTitle} hint={t.analystHint} figure={<Icon name="shield" size={40} />} />
          </div>
        )
      }
    </PairedOnly>
  );
}
