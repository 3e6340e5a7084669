import { useCallback } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { LoadedView } from '../common/LoadedView.tsx';
import { PoolFigures } from '../common/PoolFigures.tsx';
import { useLoaded } from '../common/use-loaded.ts';
import { ImportCard } from './ImportCard.tsx';
import { ImportHistory } from './ImportHistory.tsx';

interface CandidatesProps {
  readonly analyst: Analyst;
}

/** How many people, postings and outcomes there are, imports, and how they went; never a person. */
export function Candidates({ analyst }: CandidatesProps) {
  const load = useCallback((signal: AbortSignal) => analyst.ask('pool', {}, signal), [analyst]);
  const pool = useLoaded(load);
  const t = texts.dashboard.candidates;
  return (
    <div className="stack">
      <LoadedView loading={pool}>
        {(value) => (
          <section className="card stack" aria-labelledby="pool-title">
            <h2 id="pool-title">{t.poolTitle}</h2>
            <PoolFigures pool={value} />
            {value.sample && <p className="small soft">{t.sampleHint}</p>}
          </section>
        )}
      </LoadedView>
      <ImportCard analyst={analyst} onImported={pool.reload} />
      {pool.state.status === 'loaded' && <ImportHistory imports={pool.state.value.imports} />}
    </div>
  );
}
