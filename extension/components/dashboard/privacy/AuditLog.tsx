import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { Working } from '../../common/Working.tsx';
import { dayAndTime } from '../common/day-and-time.ts';
import { VirtualTable } from '../common/VirtualTable.tsx';
import { useAuditLog } from './use-audit-log.ts';

interface AuditLogProps {
  readonly analyst: Analyst;
}

/** Who saw which figures, trained, imported, exported and erased: it can be read, never changed. */
export function AuditLog({ analyst }: AuditLogProps) {
  const { entries, failure, more } = useAuditLog(analyst);
  const t = texts.dashboard.privacy.audit;
  return (
    <section className="card stack" aria-labelledby="audit-title">
      <div>
        <h2 id="audit-title">{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      {failure && <FailureNotice failure={failure} onRetry={more} />}
      {!entries && !failure && <Working message={texts.common.loading} />}
      {entries?.length === 0 && <p className="soft">{t.none}</p>}
      {entries && entries.length > 0 && (
        <VirtualTable
          label={t.entries}
          className="audit-table"
          head={
            <>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.detail}</th>
            </>
          }
          count={entries.length}
          onEnd={more}
          row={(place) => {
            const entry = entries[place];
            return (
              entry && (
                <tr key={entry.id} aria-rowindex={place + 2} className="virtual-row">
                  <td>{dayAndTime(entry.at)}</td>
                  <td className="one-line">{entry.actor}</td>
                  <td>{t.actions[entry.action]}</td>
                  <td className="one-line soft">{detailWords(entry.detail)}</td>
                </tr>
              )
            );
          }}
        />
      )}
    </section>
  );
}

function detailWords(detail: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
