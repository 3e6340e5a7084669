import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { type Statement, statementSchema } from '../../../../shared/protocol/sidecar.ts';
import { texts } from '../../../texts.ts';

export type StatementContent = Pick<Statement, 'text' | 'topic'>;

interface StatementFormProps {
  /** What stands there now; nothing for a new statement. */
  readonly initial?: StatementContent;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: (content: StatementContent) => void;
  readonly onCancel: () => void;
}

const topics = statementSchema.shape.topic.options;
/** Longest statement, in characters. */
const mostCharacters = statementSchema.shape.text.maxLength ?? undefined;

/** Text and topic of a statement; an empty text cannot be kept. */
export function StatementForm({ initial, submit, busy, onSubmit, onCancel }: StatementFormProps) {
  const [text, setText] = useState(initial?.text ?? '');
  const [topic, setTopic] = useState<Statement['topic']>(initial?.topic ?? 'other');
  const id = useId();
  const t = texts.dashboard.statements;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ text: text.trim(), topic });
  };
  return (
    <form className="stack statement-form" onSubmit={send}>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-text`}>
          {t.textLabel}
        </label>
        <textarea
          id={`${id}-text`}
          className="input"
          rows={2}
          maxLength={mostCharacters}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <span className="small soft">{t.textHint}</span>
      </div>
      <div className="row wrap">
        <label htmlFor={`${id}-topic`}>{t.topicLabel}</label>
        <select
          id={`${id}-topic`}
          className="input"
          value={topic}
          onChange={({ target }) => setTopic(topics.find((name) => name === target.value) ?? 'other')}
        >
          {topics.map((name) => (
            <option key={name} value={name}>
              {t.topics[name]}
            </option>
          ))}
        </select>
        <button type="submit" className="button button-primary" disabled={busy || text.trim() === ''}>
          {submit}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.common.cancel}
        </button>
      </div>
    </form>
  );
}
