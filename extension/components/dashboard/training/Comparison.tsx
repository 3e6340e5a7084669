import { useCallback } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { LoadedView } from '../common/LoadedView.tsx';
import { useLoaded } from '../common/use-loaded.ts';
import { comparisonRows } from './comparison-rows.ts';

interface ComparisonProps {
  readonly analyst: Analyst;
  readonly first: string;
  readonly second: string;
}

/** Two finished runs side by side. */
export function Comparison({ analyst, first, second }: ComparisonProps) {
  const load = useCallback(
    (signal: AbortSignal) =>
      Promise.all([first, second].map((id) => analyst.ask('trainingRun', { parameters: { id } }, signal))),
    [analyst, first, second],
  );
  const loading = useLoaded(load);
  const t = texts.dashboard.training.comparison;
  return (
    <section className="card stack" aria-labelledby="comparison-title">
      <h2 id="comparison-title">{t.title}</h2>
      <LoadedView loading={loading}>
        {([left, right]) =>
          left &&
          right && (
            <table className="kept figures-table">
              <thead>
                <tr>
                  <th scope="col">{t.what}</th>
                  <th scope="col">{t.first}</th>
                  <th scope="col">{t.second}</th>
                </tr>
              </thead>
              <tbody>
                {comparisonRows(left, right).map(({ what, values }) => (
                  <tr key={what}>
                    <th scope="row">{what}</th>
                    <td>{values[0]}</td>
                    <td>{values[1]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </LoadedView>
      <p className="small soft">{t.hint}</p>
    </section>
  );
}
