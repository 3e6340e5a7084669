import type { Engine } from '../../../shared/protocol/rewrite.ts';
import { engines } from '../../../shared/protocol/rewrite.ts';
import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';

interface EngineChoiceProps {
  readonly sidecar: SidecarState;
  readonly engine: Engine;
  readonly onChange: (engine: Engine) => void;
}

/** Which engine suggests; shown only where there is a language model to choose. */
export function EngineChoice({ sidecar, engine, onChange }: EngineChoiceProps) {
  if (sidecar.state !== 'paired' || sidecar.health.models.length === 0) return null;
  return (
    <label className="row engine-choice">
      <span className="soft small">{texts.rewrite.engineLabel}</span>
      <select
        className="input grow"
        value={engine}
        onChange={(event) => {
          const chosen = engines.find((name) => name === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {engines.map((name) => (
          <option key={name} value={name}>
            {texts.rewrite.engines[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
