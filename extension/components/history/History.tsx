import { texts } from '../../texts.ts';
import type { HistoryEntry } from './session-history.ts';
import { historyLines } from './session-history.ts';

interface HistoryProps {
  readonly entries: readonly HistoryEntry[];
  readonly presentScore: number;
}

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit' });

/** What was applied to this posting in this session. */
export function History({ entries, presentScore }: HistoryProps) {
  const t = texts.history;
  return (
    <details className="details">
      <summary>{t.title}</summary>
      {entries.length === 0 ? (
        <p className="soft">{t.none}</p>
      ) : (
        <ul className="stack-tight">
          {historyLines(entries, presentScore).map((line) => (
            <li key={line.at} className="row spread">
              <span>
                <time dateTime={line.at} className="soft">
                  {time.format(new Date(line.at))}
                </time>{' '}
                {t.applied(line.changes)}
              </span>
              <span className="soft">
                {t.score(Math.round(line.scoreBefore), Math.round(line.scoreAfter))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">{t.hint}</p>
    </details>
  );
}
