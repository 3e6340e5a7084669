import { texts } from '../../texts.ts';
import type { PlacedFinding } from '../posting-view.ts';
import { EvidenceLine } from './EvidenceLine.tsx';

interface NotesProps {
  readonly notes: readonly PlacedFinding[];
}

/** Wording that excludes nobody but is worth knowing about, folded away. */
export function Notes({ notes }: NotesProps) {
  if (notes.length === 0) return null;
  return (
    <details className="details">
      <summary>
        {texts.findings.notesTitle} ({notes.length})
      </summary>
      <p className="small soft">{texts.findings.notesHint}</p>
      <ul className="findings">
        {notes.map(({ key, finding }) => (
          <li key={key} className="finding">
            {finding.text && <span className="finding-words">{finding.text}</span>}
            <p>{finding.message}</p>
            <EvidenceLine evidence={finding.evidence} />
          </li>
        ))}
      </ul>
    </details>
  );
}
