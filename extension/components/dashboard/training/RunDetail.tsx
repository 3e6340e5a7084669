import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { Working } from '../../common/Working.tsx';
import { useAction } from '../common/use-action.ts';
import { optionWords } from './option-words.ts';
import { PromotionChecks } from './PromotionChecks.tsx';
import { ResultTable } from './ResultTable.tsx';
import { RunCurves } from './RunCurves.tsx';
import { isUnderWay } from './run-events.ts';
import { useRun } from './use-run.ts';

interface RunDetailProps {
  readonly analyst: Analyst;
  readonly id: string;
  /** Called when the run changed, so that the list is loaded anew. */
  readonly onChanged: () => void;
}

/** One run: what it does now, its curves, and when it is done its result and the checks of promotion. */
export function RunDetail({ analyst, id, onChanged }: RunDetailProps) {
  const { shown, failure, follow } = useRun(analyst, id, onChanged);
  const action = useAction();
  const t = texts.dashboard.training;
  if (failure) return <FailureNotice failure={failure} onRetry={follow} />;
  if (!shown) return <Working message={texts.common.loading} />;
  const { run, progress } = shown;
  const change = (call: 'stopTraining' | 'resumeTraining') =>
    action.run(async (signal) => {
      await analyst.ask(call, { parameters: { id } }, signal);
      follow();
      onChanged();
    });
  return (
    <section className="card stack" aria-labelledby="run-title">
      <div className="row spread wrap">
        <div>
          <h2 id="run-title">{t.runTitle(optionWords(run.options))}</h2>
          <p className="soft">{t.startedBy(run.startedBy)}</p>
        </div>
        {isUnderWay(run) && (
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() => change('stopTraining')}
          >
            {t.stop}
          </button>
        )}
        {(run.state === 'stopped' || run.state === 'failed') && (
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() => change('resumeTraining')}
          >
            {t.resume}
          </button>
        )}
      </div>
      <p role="status">
        <span className={`tag run-${run.state}`}>{t.states[run.state]}</span> {run.message}
      </p>
      {isUnderWay(run) && (
        <progress
          aria-label={progress?.message ?? run.message}
          {...(progress ? { value: progress.done, max: progress.total } : {})}
        />
      )}
      {action.failure && <FailureNotice failure={action.failure} />}
      <RunCurves curve={run.curve} />
      {run.record && <ResultTable record={run.record} />}
      {run.record && (
        <div className="stack-tight">
          <h3>{t.checks.title}</h3>
          <PromotionChecks decision={run.record.promotion} />
          <p>
            <a href="#policy">{t.toPolicy}</a>
          </p>
        </div>
      )}
      {run.modelRecord && <p>{run.modelRecord.verdict}</p>}
    </section>
  );
}
