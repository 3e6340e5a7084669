import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { type PolicyTraining, policyTrainingSchema } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';

interface StartFormProps {
  readonly busy: boolean;
  readonly onStart: (options: PolicyTraining) => void;
}

const refinements = policyTrainingSchema.shape.refinement.unwrap().options;
const defaults = policyTrainingSchema.parse({ kind: 'policy' });

/** What a run is asked to do; the values that stand there at first suit most companies. */
export function StartForm({ busy, onStart }: StartFormProps) {
  const [refinement, setRefinement] = useState(defaults.refinement);
  const [epochs, setEpochs] = useState(String(defaults.epochs));
  const [seed, setSeed] = useState(String(defaults.seed));
  const id = useId();
  const t = texts.dashboard.training.form;
  const options = policyTrainingSchema.safeParse({
    kind: 'policy',
    refinement,
    epochs: numberIn(epochs),
    seed: numberIn(seed),
  });
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (options.success) onStart(options.data);
  };
  const invalid = new Set(options.error?.issues.map(({ path }) => path[0]));
  const numberField = (name: 'epochs' | 'seed', value: string, change: (value: string) => void) => (
    <div className="field">
      <label className="field-label" htmlFor={`${id}-${name}`}>
        {t[name].label}
      </label>
      <input
        id={`${id}-${name}`}
        className="input number-input"
        inputMode="numeric"
        value={value}
        aria-invalid={invalid.has(name)}
        aria-describedby={`${id}-${name}-hint`}
        onChange={({ target }) => change(target.value)}
      />
      <span id={`${id}-${name}-hint`} className="small soft">
        {t[name].hint}
      </span>
    </div>
  );
  return (
    <form className="stack" onSubmit={start}>
      <div className="field-row">
        <div className="field">
          <label className="field-label" htmlFor={`${id}-refinement`}>
            {t.refinement.label}
          </label>
          <select
            id={`${id}-refinement`}
            className="input"
            value={refinement}
            aria-describedby={`${id}-refinement-hint`}
            onChange={({ target }) =>
              setRefinement(refinements.find((name) => name === target.value) ?? defaults.refinement)
            }
          >
            {refinements.map((name) => (
              <option key={name} value={name}>
                {t.refinements[name]}
              </option>
            ))}
          </select>
          <span id={`${id}-refinement-hint`} className="small soft">
            {t.refinement.hint}
          </span>
        </div>
        {numberField('epochs', epochs, setEpochs)}
        {numberField('seed', seed, setSeed)}
      </div>
      <div>
        <button type="submit" className="button button-primary" disabled={busy || !options.success}>
          {t.start}
        </button>
      </div>
    </form>
  );
}

/** Digits only: `Number` would take an empty field for 0. */
function numberIn(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
