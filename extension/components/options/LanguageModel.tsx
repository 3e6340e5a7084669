import { useId } from 'react';
import { rewriteModel } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { useSetting } from '../common/use-setting.ts';

interface LanguageModelProps {
  /** Names of what the local service has, at least one. */
  readonly models: readonly string[];
}

/** Which language model rewrites, where one is asked for: the service's own choice unless another was made here. */
export function LanguageModel({ models }: LanguageModelProps) {
  const [chosen, choose] = useSetting(rewriteModel);
  const id = useId();
  const t = texts.options.service;
  if (chosen === undefined) return null;
  const missing = chosen !== null && !models.includes(chosen);
  return (
    <div className="field size-field">
      <label className="field-label" htmlFor={id}>
        {t.model}
      </label>
      <select
        id={id}
        className="input"
        value={chosen ?? ''}
        onChange={({ target }) => choose(target.value === '' ? null : target.value)}
      >
        <option value="">{t.modelOfService}</option>
        {models.map((name) => (
          <option key={name}>{name}</option>
        ))}
        {missing && <option value={chosen}>{t.modelMissing(chosen)}</option>}
      </select>
    </div>
  );
}
