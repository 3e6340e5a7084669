import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';

interface SampleNoteProps {
  readonly sidecar: SidecarState;
}

/** Says on every screen that the people measured are made up, while they are. */
export function SampleNote({ sidecar }: SampleNoteProps) {
  if (sidecar.state !== 'paired' || !sidecar.health.sample) return null;
  return (
    <p className="small soft">
      <span className="tag">{texts.sidecar.sample}</span> {texts.sidecar.sampleHint}
    </p>
  );
}
