import { useState } from 'react';
import type { Statement } from '../../../../shared/protocol/sidecar.ts';
import { texts } from '../../../texts.ts';
import type { StatementContent } from './StatementForm.tsx';
import { StatementForm } from './StatementForm.tsx';

interface StatementItemProps {
  readonly statement: Statement;
  readonly canChange: boolean;
  readonly busy: boolean;
  readonly onChange: (content: StatementContent) => void;
  readonly onRemove: () => void;
}

export function StatementItem({ statement, canChange, busy, onChange, onRemove }: StatementItemProps) {
  const [editing, setEditing] = useState(false);
  const { text, topic } = statement;
  const t = texts.dashboard.statements;
  if (editing) {
    return (
      <li className="statement">
        <StatementForm
          initial={statement}
          submit={t.save}
          busy={busy}
          onSubmit={(content) => {
            setEditing(false);
            onChange(content);
          }}
          onCancel={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="row spread statement">
      <div className="stack-tight grow">
        <span>{text}</span>
        <span>
          <span className="tag">{t.topics[topic]}</span>
        </span>
      </div>
      {canChange && (
        <>
          <button
            type="button"
            className="button button-small"
            aria-label={t.editLabel(text)}
            onClick={() => setEditing(true)}
          >
            {t.edit}
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label={t.removeLabel(text)}
            disabled={busy}
            onClick={onRemove}
          >
            {texts.common.remove}
          </button>
        </>
      )}
    </li>
  );
}
