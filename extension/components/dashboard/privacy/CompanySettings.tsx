import { useCallback, useState } from 'react';
import type { CompanySettings as Settings } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Undoable } from '../../common/UndoLine.tsx';
import { UndoLine } from '../../common/UndoLine.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { SettingSwitch } from '../common/SettingSwitch.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';
import { NightlyHour } from './NightlyHour.tsx';
import { RetentionForm } from './RetentionForm.tsx';

interface CompanySettingsProps {
  readonly analyst: Analyst;
}

/** Without measuring there is nothing to learn from. */
const allOff = { measuring: false, optimising: false, exploring: false };

/** The company's switches, kept at once and each with a way back. */
export function CompanySettings({ analyst }: CompanySettingsProps) {
  const load = useCallback((signal: AbortSignal) => analyst.ask('settings', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const { busy, failure, run } = useAction();
  const [last, setLast] = useState<Undoable>();
  const t = texts.dashboard.privacy.settings;
  const save = (body: Settings, before?: Settings) =>
    run(async (signal) => {
      await analyst.ask('saveSettings', { body }, signal);
      setLast(before && { message: t.saved, undo: () => save(before) });
      loading.reload();
    });
  return (
    <section className="card stack" aria-labelledby="settings-title">
      <h2 id="settings-title">{t.title}</h2>
      <UndoLine last={last} />
      {failure && <FailureNotice failure={failure} />}
      <LoadedView loading={loading}>
        {(settings) => {
          const change = (changes: Partial<Settings>) => save({ ...settings, ...changes }, settings);
          const { nightlyTraining } = settings;
          return (
            <>
              <SettingSwitch
                {...t.measuring}
                on={settings.measuring}
                disabled={busy}
                onChange={(measuring) => change(measuring ? { measuring } : allOff)}
              />
              <SettingSwitch
                {...t.optimising}
                on={settings.optimising}
                disabled={busy || !settings.measuring}
                onChange={(optimising) => change({ optimising })}
              />
              <SettingSwitch
                {...t.exploring}
                on={settings.exploring}
                disabled={busy || !settings.optimising}
                onChange={(exploring) => change({ exploring })}
              />
              <SettingSwitch
                title={t.nightly.title}
                hint={t.nightly.hint}
                on={nightlyTraining.on}
                disabled={busy || !settings.optimising}
                onChange={(on) => change({ nightlyTraining: { ...nightlyTraining, on } })}
              >
                <NightlyHour
                  hour={nightlyTraining.hour}
                  disabled={busy || !settings.optimising}
                  onChange={(hour) => change({ nightlyTraining: { ...nightlyTraining, hour } })}
                />
              </SettingSwitch>
              <RetentionForm
                key={`${settings.retentionDays} ${settings.jurisdictions.join()}`}
                analyst={analyst}
                settings={settings}
                busy={busy}
                onSave={change}
              />
            </>
          );
        }}
      </LoadedView>
    </section>
  );
}
