import type { ImportPreview } from '../../../../shared/protocol/company-data.ts';
import { texts } from '../../../texts.ts';
import { chooseColumn, columnsByField } from './import-columns.ts';

interface ColumnTableProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onMap: (map: string[]) => void;
}

/** Which column fills which field; another one can be chosen where the kind of table allows it. */
export function ColumnTable({ preview, busy, onMap }: ColumnTableProps) {
  const t = texts.dashboard.candidates;
  const byField = columnsByField(preview);
  const names: Readonly<Record<string, string>> = t.fields;
  if (byField.size === 0) return <RecognisedColumns preview={preview} />;
  return (
    <table className="kept">
      <caption className="visually-hidden">{t.columnsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.column}</th>
        </tr>
      </thead>
      <tbody>
        {[...byField].map(([field, columns]) => {
          const name = names[field] ?? field;
          const joined = columns.join(' + ');
          return (
            <tr key={field}>
              <th scope="row">{name}</th>
              <td>
                <select
                  className="input"
                  value={joined}
                  disabled={busy}
                  aria-label={t.columnFor(name)}
                  onChange={({ target }) => onMap(chooseColumn(byField, field, target.value))}
                >
                  {columns.length !== 1 && (
                    <option value={joined} disabled={columns.length === 0}>
                      {joined || t.noColumn}
                    </option>
                  )}
                  {preview.columns.map(({ column }) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function RecognisedColumns({ preview }: Pick<ColumnTableProps, 'preview'>) {
  const t = texts.dashboard.candidates;
  const used = preview.columns.filter(({ field }) => field !== null);
  return (
    <p>
      {t.recognised(
        preview.content,
        used.map(({ column }) => column),
      )}
    </p>
  );
}
