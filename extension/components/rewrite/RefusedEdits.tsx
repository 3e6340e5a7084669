import type { RefusedEdit } from '../../../shared/protocol/edit.ts';
import { texts } from '../../texts.ts';

interface RefusedEditsProps {
  readonly refused: readonly RefusedEdit[];
}

/** Changes the fact guard refused, each with the fact that it would have touched. */
export function RefusedEdits({ refused }: RefusedEditsProps) {
  const t = texts.rewrite;
  if (refused.length === 0) return null;
  return (
    <details className="details">
      <summary>{t.refusedTitle(refused.length)}</summary>
      <p className="small soft">{t.refusedHint}</p>
      <ul className="stack-tight refused">
        {refused.map(({ edit, fact }) => (
          <li key={`${edit.start}/${edit.end}/${edit.after}`}>
            <span className="edit-diff">
              {edit.before && <del>{edit.before}</del>} {edit.after && <ins>{edit.after}</ins>}
            </span>{' '}
            <span className="small soft">{t.refusedReason(t.facts[fact.kind], fact.text)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
