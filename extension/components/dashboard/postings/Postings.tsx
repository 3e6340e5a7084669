import { texts } from '../../../texts.ts';
import { Empty } from '../../common/Empty.tsx';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { FileButton } from '../../common/FileButton.tsx';
import { Icon } from '../../common/Icon.tsx';
import { RejectedLines } from '../common/RejectedLines.tsx';
import { MappingPreview } from './MappingPreview.tsx';
import { PostingTable } from './PostingTable.tsx';
import type { ScannedPosting } from './scan.ts';
import type { ScanControls } from './use-scan.ts';

interface PostingsProps {
  readonly scan: ScanControls;
  readonly onOpen: (posting: ScannedPosting) => void;
}

/** The bulk scan of past postings: file, columns, progress, list. */
export function Postings({ scan, onOpen }: PostingsProps) {
  const { state } = scan;
  const t = texts.dashboard.postings;
  const choose = <FileButton label={t.choose} accept=".csv,.tsv,.jsonl,.ndjson" onFile={scan.open} />;

  if (state.status === 'empty') {
    return (
      <div className="card">
        <Empty title={t.emptyTitle} hint={t.emptyHint} figure={<Icon name="page" size={40} />}>
          {choose}
          {state.failure && <FailureNotice failure={state.failure} />}
        </Empty>
      </div>
    );
  }
  if (state.status === 'preview') {
    return <MappingPreview {...state} onMap={scan.map} onStart={scan.start} onCancel={scan.clear} />;
  }
  const { scanned, done, table, stopped, failure } = state;
  return (
    <div className="stack">
      <div className="row spread wrap">
        <div role="status">
          {state.status === 'scanning'
            ? t.scanning(done, table.rows.length)
            : t.scanned(done, table.rows.length, stopped)}
        </div>
        <div className="row">
          {state.status === 'scanning' ? (
            <button type="button" className="button button-small" onClick={scan.stop}>
              {t.stop}
            </button>
          ) : (
            choose
          )}
        </div>
      </div>
      {state.status === 'scanning' && (
        <progress value={done} max={table.rows.length} aria-label={t.scanning(done, table.rows.length)} />
      )}
      {failure && <FailureNotice failure={failure} />}
      <PostingTable postings={scanned} onOpen={onOpen} />
      <RejectedLines rejected={table.rejected} />
    </div>
  );
}
