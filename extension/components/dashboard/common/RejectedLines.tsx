import { texts } from '../../../texts.ts';
import type { RejectedLine } from '../postings/read-table.ts';

interface RejectedLinesProps {
  readonly rejected: readonly RejectedLine[];
}

const shown = 100;

/** Lines of a file that could not be read, each with its number and reason. */
export function RejectedLines({ rejected }: RejectedLinesProps) {
  const t = texts.dashboard.postings;
  if (rejected.length === 0) return null;
  return (
    <details className="details">
      <summary>{t.rejected(rejected.length)}</summary>
      <ul className="stack-tight">
        {rejected.slice(0, shown).map(({ line, why }) => (
          <li key={line}>{t.rejectedLine(line, why)}</li>
        ))}
      </ul>
      {rejected.length > shown && <p className="soft">{t.rejectedMore(rejected.length - shown)}</p>}
    </details>
  );
}
