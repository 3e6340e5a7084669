import { engines, passages } from '../../../shared/protocol/rewrite.ts';
import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import type { RewriteChoice } from './rewrite-offer.ts';

interface EngineChoiceProps {
  readonly sidecar: SidecarState;
  readonly choice: RewriteChoice;
  readonly onChange: (choice: RewriteChoice) => void;
}

/** Which engine suggests, shown only where there is a language model to choose; and how much that rewrites at a time. */
export function EngineChoice({ sidecar, choice, onChange }: EngineChoiceProps) {
  if (sidecar.state !== 'paired' || sidecar.health.models.length === 0) return null;
  const t = texts.rewrite;
  return (
    <>
      <Choice
        label={t.engineLabel}
        names={engines}
        words={t.engines}
        chosen={choice.engine}
        onChange={(engine) => onChange({ ...choice, engine })}
      />
      {choice.engine !== 'policy' && (
        <Choice
          label={t.passageLabel}
          names={passages}
          words={t.passages}
          chosen={choice.passage ?? 'sentence'}
          onChange={(passage) => onChange({ ...choice, passage })}
        />
      )}
      {choice.engine !== 'policy' && choice.passage === 'paragraph' && (
        <p className="soft small">{t.paragraphHint}</p>
      )}
    </>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly words: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  readonly onChange: (name: Name) => void;
}

function Choice<Name extends string>({ label, names, words, chosen, onChange }: ChoiceProps<Name>) {
  return (
    <label className="row engine-choice">
      <span className="soft small">{label}</span>
      <select
        className="input grow"
        value={chosen}
        onChange={({ target }) => {
          const name = names.find((one) => one === target.value);
          if (name) onChange(name);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
