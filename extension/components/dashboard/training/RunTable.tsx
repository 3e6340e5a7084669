import type { TrainingRun } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';
import { dayAndTime } from '../common/day-and-time.ts';
import { optionWords } from './option-words.ts';

interface RunTableProps {
  readonly runs: readonly TrainingRun[];
  readonly shown: string | undefined;
  /** Runs that stand side by side, at most two. */
  readonly compared: readonly string[];
  readonly onShow: (id: string) => void;
  readonly onCompare: (id: string, on: boolean) => void;
}

/** All training runs, newest first; one is shown below, and two that are done can be compared. */
export function RunTable({ runs, shown, compared, onShow, onCompare }: RunTableProps) {
  const t = texts.dashboard.training;
  return (
    <table className="kept">
      <thead>
        <tr>
          <th scope="col">{t.started}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.options}</th>
          <th scope="col">{t.epochs}</th>
          <th scope="col">{t.compare}</th>
          <th scope="col">
            <span className="visually-hidden">{t.show}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => {
          const when = dayAndTime(run.createdAt);
          return (
            <tr key={run.id} className={run.id === shown ? 'row-shown' : undefined}>
              <th scope="row" className="moment">
                {when}
              </th>
              <td>
                <span className={`tag run-${run.state}`}>{t.states[run.state]}</span>
              </td>
              <td>{optionWords(run.options)}</td>
              <td>{run.epochs}</td>
              <td>
                <input
                  type="checkbox"
                  aria-label={t.compareLabel(when)}
                  checked={compared.includes(run.id)}
                  disabled={run.state !== 'done' || (compared.length > 1 && !compared.includes(run.id))}
                  onChange={({ target }) => onCompare(run.id, target.checked)}
                />
              </td>
              <td>
                <button
                  type="button"
                  className="button button-small"
                  aria-label={t.showLabel(when)}
                  aria-pressed={run.id === shown}
                  onClick={() => onShow(run.id)}
                >
                  {t.show}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
