import { texts } from '../../../texts.ts';
import { RejectedLines } from '../common/RejectedLines.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import type { ChosenFile } from './import-state.ts';

interface ImportPreviewCardProps {
  readonly chosen: ChosenFile;
  readonly busy: boolean;
  readonly onMap: (map: string[]) => void;
}

/** What a file holds before anything is imported: the columns that are used, and those left out with the reason. */
export function ImportPreviewCard({ chosen, busy, onMap }: ImportPreviewCardProps) {
  const { file, preview } = chosen;
  const t = texts.dashboard.candidates;
  const leftOut = preview.columns.filter(({ field }) => field === null);
  return (
    <>
      <p className="soft">{t.previewHint(file.name, preview.records)}</p>
      <ColumnTable preview={preview} busy={busy} onMap={onMap} />
      {leftOut.length > 0 && (
        <section className="stack-tight" aria-label={t.leftOutTitle}>
          <h3>{t.leftOutTitle}</h3>
          <ul className="stack-tight">
            {leftOut.map(({ column, why }) => (
              <li key={column}>
                <span className="tag">{column}</span> {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <RejectedLines rejected={preview.problems} />
    </>
  );
}
