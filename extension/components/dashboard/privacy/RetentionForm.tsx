import type { FormEvent } from 'react';
import { useCallback, useId, useState } from 'react';
import { type CompanySettings, companySettingsSchema } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { TypedConfirmation } from '../common/TypedConfirmation.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';
import { RetentionPlaces } from './RetentionPlaces.tsx';

type RetentionSettings = Pick<CompanySettings, 'retentionDays' | 'jurisdictions'>;

interface RetentionFormProps {
  readonly analyst: Analyst;
  readonly settings: RetentionSettings;
  readonly busy: boolean;
  readonly onSave: (changes: Partial<RetentionSettings>) => void;
}

/** How long people are kept, who is past that time, and what the law asks to be kept. */
export function RetentionForm({ analyst, settings, busy, onSave }: RetentionFormProps) {
  const { retentionDays: days, jurisdictions } = settings;
  const [text, setText] = useState(days === null ? '' : String(days));
  const [erased, setErased] = useState<number>();
  const load = useCallback((signal: AbortSignal) => analyst.ask('retention', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const erasing = useAction();
  const id = useId();
  const t = texts.dashboard.privacy.retention;
  const parsed = companySettingsSchema.shape.retentionDays.safeParse(
    text.trim() === '' ? null : Number(text),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (parsed.success) onSave({ retentionDays: parsed.data });
  };
  const erase = () =>
    erasing.run(async (signal) => {
      const { people } = await analyst.ask('eraseExpired', {}, signal);
      setErased(people);
      loading.reload();
    });
  return (
    <div className="stack setting">
      <form className="field" onSubmit={save}>
        <label className="field-label" htmlFor={id}>
          {t.label}
        </label>
        <div className="row wrap">
          <input
            id={id}
            className="input number-input"
            inputMode="numeric"
            value={text}
            aria-invalid={!parsed.success}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setText(target.value)}
          />
          <button type="submit" className="button" disabled={busy || !parsed.success || parsed.data === days}>
            {t.save}
          </button>
        </div>
        <span id={`${id}-hint`} className="small soft">
          {parsed.success ? t.hint : t.invalid}
        </span>
      </form>
      <LoadedView loading={loading}>
        {({ due, floors }) => (
          <>
            {due > 0 && (
              <>
                <p>{t.due(due)}</p>
                <TypedConfirmation word={t.word} button={t.erase} busy={erasing.busy} onConfirm={erase} />
              </>
            )}
            <RetentionPlaces
              floors={floors}
              chosen={jurisdictions}
              busy={busy}
              onChange={(chosen) => onSave({ jurisdictions: chosen })}
            />
          </>
        )}
      </LoadedView>
      <p role="status">{erased !== undefined && t.erased(erased)}</p>
      {erasing.failure && <FailureNotice failure={erasing.failure} />}
    </div>
  );
}
