import type { FormEvent } from 'react';
import { useState } from 'react';
import { type ModelTraining, modelTrainingSchema } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { NumberField, numberIn } from './NumberField.tsx';

interface StartModelFormProps {
  /** Names of the models installed in Ollama; at least one. */
  readonly models: readonly string[];
  readonly busy: boolean;
  readonly onStart: (options: ModelTraining) => void;
}

const usual = modelTrainingSchema.parse({ kind: 'model', base: 'any' });

/** Which installed model is trained, and for how long at most. */
export function StartModelForm({ models, busy, onStart }: StartModelFormProps) {
  const [chosen, setChosen] = useState<string>();
  const [rounds, setRounds] = useState(String(usual.rounds));
  const [seed, setSeed] = useState(String(usual.seed));
  const t = texts.dashboard.training.form;
  const base = models.find((name) => name === chosen) ?? models[0];
  const options = modelTrainingSchema.safeParse({
    kind: 'model',
    base,
    rounds: numberIn(rounds),
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
        <ChoiceField {...t.base} value={base} onChange={setChosen}>
          {models.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </ChoiceField>
        <NumberField {...t.rounds} value={rounds} invalid={invalid.has('rounds')} onChange={setRounds} />
        <NumberField {...t.seed} value={seed} invalid={invalid.has('seed')} onChange={setSeed} />
      </div>
      <div>
        <button type="submit" className="button" disabled={busy || !options.success}>
          {t.startModel}
        </button>
      </div>
    </form>
  );
}
