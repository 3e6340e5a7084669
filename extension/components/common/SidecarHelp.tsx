import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import { Notice } from './Notice.tsx';

interface SidecarHelpProps {
  readonly sidecar: SidecarState;
  readonly onPair: () => void;
}

/** What works without the local service, what it adds, and the one step to get there. Nothing when it is paired. */
export function SidecarHelp({ sidecar, onPair }: SidecarHelpProps) {
  const t = texts.sidecar;
  if (sidecar.state === 'paired') return null;
  if (sidecar.state === 'unpaired') {
    return (
      <Notice tone="warn" title={t.unpairedTitle}>
        <p>{t.unpairedMend}</p>
        <div>
          <button type="button" className="button button-small" onClick={onPair}>
            {t.pair}
          </button>
        </div>
      </Notice>
    );
  }
  return (
    <Notice title={t.absentTitle}>
      <p>{t.absentStill}</p>
      <details className="details">
        <summary>{t.absentMore}</summary>
        <p>{t.absentAdds}</p>
        <p>
          {t.absentMend} <code>{t.command}</code>
        </p>
      </details>
    </Notice>
  );
}
