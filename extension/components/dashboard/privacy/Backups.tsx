import { useCallback } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { dayAndTime } from '../common/day-and-time.ts';
import { LoadedView } from '../common/LoadedView.tsx';
import { useAction } from '../common/use-action.ts';
import { useLoaded } from '../common/use-loaded.ts';

interface BackupsProps {
  readonly analyst: Analyst;
}

const megabytes = (bytes: number) => `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** Backups this tool made, and a button for a new one. */
export function Backups({ analyst }: BackupsProps) {
  const load = useCallback((signal: AbortSignal) => analyst.ask('backups', {}, signal), [analyst]);
  const loading = useLoaded(load);
  const { busy, failure, run } = useAction();
  const t = texts.dashboard.privacy.backups;
  const backUp = () =>
    run(async (signal) => {
      await analyst.ask('backUp', {}, signal);
      loading.reload();
    });
  return (
    <section className="card stack" aria-labelledby="backups-title">
      <div>
        <h2 id="backups-title">{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      <div>
        <button type="button" className="button" disabled={busy} onClick={backUp}>
          {busy ? t.working : t.make}
        </button>
      </div>
      {failure && <FailureNotice failure={failure} />}
      <LoadedView loading={loading}>
        {({ backups }) =>
          backups.length === 0 ? (
            <p className="soft">{t.none}</p>
          ) : (
            <table className="kept">
              <thead>
                <tr>
                  <th scope="col">{t.when}</th>
                  <th scope="col">{t.size}</th>
                  <th scope="col">{t.where}</th>
                </tr>
              </thead>
              <tbody>
                {backups.map(({ path, madeAt, bytes }) => (
                  <tr key={path}>
                    <th scope="row">{madeAt ? dayAndTime(madeAt) : t.gone}</th>
                    <td>{bytes === undefined ? '–' : megabytes(bytes)}</td>
                    <td>
                      <code>{path}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </LoadedView>
    </section>
  );
}
