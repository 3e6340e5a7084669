import type { FormEvent } from 'react';
import { useState } from 'react';
import { type PolicyTraining, policyTrainingSchema } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { NumberField, numberIn } from './NumberField.tsx';

interface StartFormProps {
  readonly busy: boolean;
  readonly onStart: (options: PolicyTraining) => void;
}

const refinements = policyTrainingSchema.shape.refinement.unwrap().options;
const defaults = policyTrainingSchema.parse({ kind: 'policy' });

/** What a run of a policy is asked to do; the values that stand there at first suit most companies. */
export function StartForm({ busy, onStart }: StartFormProps) {
  const [refinement, setRefinement] = useState(defaults.refinement);
  const [epochs, setEpochs] = useState(String(defaults.epochs));
  const [seed, setSeed] = useState(String(defaults.seed));
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
  return (
    <form className="stack" onSubmit={start}>
      <div className="field-row">
        <ChoiceField
          {...t.refinement}
          value={refinement}
          onChange={(value) =>
            setRefinement(refinements.find((name) => name === value) ?? defaults.refinement)
          }
        >
          {refinements.map((name) => (
            <option key={name} value={name}>
              {t.refinements[name]}
            </option>
          ))}
        </ChoiceField>
        <NumberField {...t.epochs} value={epochs} invalid={invalid.has('epochs')} onChange={setEpochs} />
        <NumberField {...t.seed} value={seed} invalid={invalid.has('seed')} onChange={setSeed} />
      </div>
      <div>
        <button type="submit" className="button button-primary" disabled={busy || !options.success}>
          {t.start}
        </button>
      </div>
    </form>
  );
}
