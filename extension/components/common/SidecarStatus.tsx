import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';

interface SidecarStatusProps {
  readonly sidecar: SidecarState;
}

/** One word on the local service, with the dot filled, ringed or empty. */
export function SidecarStatus({ sidecar }: SidecarStatusProps) {
  return (
    <span className={`status status-${sidecar.state}`}>
      <span className="status-dot" aria-hidden="true" />
      {texts.sidecar[sidecar.state]}
    </span>
  );
}
