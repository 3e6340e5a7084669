import { useState } from 'react';
import type { FieldRole } from '../../messages.ts';
import { fieldRoles } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import type { PageField } from '../posting-view.ts';

interface FormFieldsProps {
  readonly tabId: number;
  readonly fields: readonly PageField[];
  readonly send: SendRequest;
  readonly onChanged: () => void;
}

const choices = [...fieldRoles, 'none'] as const;

/** What each field of the form was taken for, and the way to correct it; the site remembers. */
export function FormFields({ tabId, fields, send, onChanged }: FormFieldsProps) {
  const [failure, setFailure] = useState<Failure>();
  const t = texts.fields;
  const choose = (field: PageField, role: FieldRole | 'none') => {
    setFailure(undefined);
    const { frameId, fieldId } = field;
    send({ type: 'page/choose-field', tabId, frameId, fieldId, role }).then(onChanged, (error: unknown) =>
      setFailure(failureOf(error)),
    );
  };
  return (
    <details className="details">
      <summary>{t.title(fields.length)}</summary>
      <ul className="stack-tight">
        {fields.map((field) => (
          <li key={`${field.frameId}/${field.fieldId}`}>
            <label className="row spread">
              <span className="grow">{field.label || t.unnamed}</span>
              <select
                className="input"
                value={field.role}
                onChange={({ target }) => {
                  const role = choices.find((name) => name === target.value);
                  if (role) choose(field, role);
                }}
              >
                {choices.map((role) => (
                  <option key={role} value={role}>
                    {t.roles[role]}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <p className="small soft">{t.hint}</p>
      {failure && <FailureNotice failure={failure} />}
    </details>
  );
}
