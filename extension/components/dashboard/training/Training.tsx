import { useCallback, useState } from 'react';
import type { TrainingOptions } from '../../../../shared/protocol/training-run.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { Empty } from '../../common/Empty.tsx';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { LoadedView } from '../common/LoadedView.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';
import { Comparison } from './Comparison.tsx';
import { RunDetail } from './RunDetail.tsx';
import { RunTable } from './RunTable.tsx';
import { StartForm } from './StartForm.tsx';
import { StartModelForm } from './StartModelForm.tsx';

interface TrainingProps {
  readonly analyst: Analyst;
  /** Names of the language models that are installed. */
  readonly models: readonly string[];
}

/** Training runs: start one, watch it, stop it and let it go on, and compare two. */
export function Training({ analyst, models }: TrainingProps) {
  const load = useCallback((signal: AbortSignal) => analyst.ask('trainingRuns', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const { reload } = loading;
  const { busy, failure, run } = useAction();
  const [chosen, setChosen] = useState<string>();
  const [compared, setCompared] = useState<readonly string[]>([]);
  const [first, second] = compared;
  const t = texts.dashboard.training;
  const start = (body: TrainingOptions) =>
    run(async (signal) => {
      const started = await analyst.ask('startTraining', { body }, signal);
      setChosen(started.id);
      reload();
    });
  return (
    <div className="stack">
      <section className="card stack" aria-labelledby="start-title">
        <div>
          <h2 id="start-title">{t.startTitle}</h2>
          <p className="soft">{t.startHint}</p>
        </div>
        <StartForm busy={busy} onStart={start} />
      </section>
      {models.length > 0 && (
        <section className="card stack" aria-labelledby="start-model-title">
          <div>
            <h2 id="start-model-title">{t.startModelTitle}</h2>
            <p className="soft">{t.startModelHint}</p>
          </div>
          <StartModelForm models={models} busy={busy} onStart={start} />
        </section>
      )}
      {failure && <FailureNotice failure={failure} />}
      <LoadedView loading={loading}>
        {({ runs }) => {
          const shown = chosen ?? runs[0]?.id;
          return (
            <>
              <section className="card stack" aria-labelledby="runs-title">
                <h2 id="runs-title">{t.runsTitle}</h2>
                {runs.length === 0 ? (
                  <Empty title={t.noneTitle} hint={t.noneHint} />
                ) : (
                  <RunTable
                    runs={runs}
                    shown={shown}
                    compared={compared}
                    onShow={setChosen}
                    onCompare={(id, on) =>
                      setCompared((before) => (on ? [...before, id] : before.filter((one) => one !== id)))
                    }
                  />
                )}
              </section>
              {first && second && <Comparison analyst={analyst} first={first} second={second} />}
              {shown && <RunDetail key={shown} analyst={analyst} id={shown} onChanged={reload} />}
            </>
          );
        }}
      </LoadedView>
    </div>
  );
}
