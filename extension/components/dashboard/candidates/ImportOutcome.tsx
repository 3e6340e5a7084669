import type { ImportSummary } from '../../../../shared/protocol/sidecar.ts';
import { texts } from '../../../texts.ts';
import { Notice } from '../../common/Notice.tsx';
import { RejectedLines } from '../common/RejectedLines.tsx';
import { wouldWrite } from './import-state.ts';

interface ImportOutcomeProps {
  readonly summary: ImportSummary;
  /** Whether it was written, or only tried. */
  readonly written: boolean;
}

/** What an import did or would do, with every line that is left out. */
export function ImportOutcome({ summary, written }: ImportOutcomeProps) {
  const t = texts.dashboard.candidates;
  const { imported, updated, unchanged, rejected } = summary;
  return (
    <>
      <Notice
        tone={written ? 'good' : wouldWrite(summary) ? 'plain' : 'warn'}
        title={written ? t.written : t.tried}
        live
      >
        <p>{t.counts(imported, updated, unchanged, rejected.length)}</p>
      </Notice>
      <RejectedLines rejected={rejected} />
    </>
  );
}
