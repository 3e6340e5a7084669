import { texts } from '../../../texts.ts';
import { RejectedLines } from '../common/RejectedLines.tsx';
import type { ColumnMapping, PostingColumn } from './column-mapping.ts';
import { postingColumns } from './column-mapping.ts';
import type { PostingTable } from './read-table.ts';

interface MappingPreviewProps {
  readonly fileName: string;
  readonly table: PostingTable;
  readonly mapping: ColumnMapping;
  readonly onMap: (target: PostingColumn, column: string) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

const shownLength = 140;

/** Which column holds what, with the first row as proof, before anything is scanned. */
export function MappingPreview({ fileName, table, mapping, onMap, onStart, onCancel }: MappingPreviewProps) {
  const t = texts.dashboard.postings;
  const [first] = table.rows;
  return (
    <section className="card stack" aria-labelledby="mapping-title">
      <div>
        <h2 id="mapping-title">{t.mappingTitle}</h2>
        <p className="soft">{t.mappingHint(fileName, table.rows.length)}</p>
      </div>
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">{t.meaning}</th>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.firstRow}</th>
          </tr>
        </thead>
        <tbody>
          {postingColumns.map((target) => {
            const column = mapping[target] ?? '';
            return (
              <tr key={target}>
                <th scope="row">{t.targets[target]}</th>
                <td>
                  <select
                    className="input"
                    value={column}
                    aria-label={t.columnFor(t.targets[target])}
                    onChange={(event) => onMap(target, event.target.value)}
                  >
                    <option value="">{t.noColumn}</option>
                    {table.columns.map((name) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="soft">{first?.[column]?.slice(0, shownLength)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <RejectedLines rejected={table.rejected} />
      {!mapping.text && <p>{t.needsText}</p>}
      <div className="row">
        <button type="button" className="button button-primary" disabled={!mapping.text} onClick={onStart}>
          {t.scan(table.rows.length)}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.common.cancel}
        </button>
      </div>
    </section>
  );
}
