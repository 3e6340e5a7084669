import type { Pool } from '../../../../shared/protocol/company-data.ts';
import { texts } from '../../../texts.ts';
import { Figures } from './Figures.tsx';

interface PoolFiguresProps {
  readonly pool: Pool;
}

/** How many people, postings and outcomes there are. */
export function PoolFigures({ pool: { candidates, postings, outcomes } }: PoolFiguresProps) {
  const t = texts.dashboard.candidates;
  return (
    <Figures
      figures={[
        { label: t.candidates, value: candidates },
        { label: t.postings, value: postings },
        { label: t.outcomes, value: outcomes },
      ]}
    />
  );
}
