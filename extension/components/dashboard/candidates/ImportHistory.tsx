import type { Pool } from '../../../../shared/protocol/company-data.ts';
import { texts } from '../../../texts.ts';
import { dayAndTime } from '../common/day-and-time.ts';

interface ImportHistoryProps {
  readonly imports: Pool['imports'];
}

const columns = ['imported', 'updated', 'unchanged', 'rejected'] as const;

/** Finished imports, newest first. */
export function ImportHistory({ imports }: ImportHistoryProps) {
  const t = texts.dashboard.candidates;
  const kinds: Readonly<Record<string, string>> = t.historyKinds;
  return (
    <section className="card stack" aria-labelledby="history-title">
      <h2 id="history-title">{t.historyTitle}</h2>
      {imports.length === 0 ? (
        <p className="soft">{t.historyNone}</p>
      ) : (
        <table className="kept figures-table">
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.what}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t.historyColumns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.toReversed().map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a finished import has no name and never moves.
              <tr key={i}>
                <th scope="row">{dayAndTime(one.finishedAt)}</th>
                <td>{kinds[one.kind] ?? one.kind}</td>
                {columns.map((column) => (
                  <td key={column}>{one[column].toLocaleString('en')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
