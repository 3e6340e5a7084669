import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import type { Erasure, Person } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { Notice } from '../../common/Notice.tsx';
import { saveText } from '../../common/save-file.ts';
import { TypedConfirmation } from '../common/TypedConfirmation.tsx';
import { useAction } from '../common/use-action.ts';

interface ErasePersonProps {
  readonly analyst: Analyst;
}

/** One person's rights: a copy of everything kept, and erasure everywhere after the number is typed again. */
export function ErasePerson({ analyst }: ErasePersonProps) {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ readonly id: string; readonly person: Person }>();
  const [erasure, setErasure] = useState<Erasure>();
  const { busy, failure, run } = useAction();
  const inputId = useId();
  const t = texts.dashboard.privacy.person;
  const find = (event: FormEvent) => {
    event.preventDefault();
    const id = typed.trim();
    setFound(undefined);
    setErasure(undefined);
    run(async (signal) => {
      setFound({ id, person: await analyst.ask('person', { parameters: { id } }, signal) });
    });
  };
  const erase = (id: string) =>
    run(async (signal) => {
      setErasure(await analyst.ask('erasePerson', { parameters: { id }, body: { confirm: id } }, signal));
      setFound(undefined);
      setTyped('');
    });
  return (
    <section className="card stack" aria-labelledby="person-title">
      <div>
        <h2 id="person-title">{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      <form className="row wrap" onSubmit={find}>
        <label htmlFor={inputId}>{t.label}</label>
        <input
          id={inputId}
          className="input"
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="button" disabled={busy || typed.trim() === ''}>
          {t.find}
        </button>
      </form>
      {failure && <FailureNotice failure={failure} />}
      {found && (
        <>
          <p role="status">{t.found(found.person.outcomes.length, found.person.selfReports.length)}</p>
          <div>
            <button
              type="button"
              className="button"
              onClick={() => saveText(t.fileName, 'application/json', JSON.stringify(found.person, null, 2))}
            >
              {t.copy}
            </button>
          </div>
          <p>{t.eraseHint}</p>
          <TypedConfirmation word={found.id} button={t.erase} busy={busy} onConfirm={() => erase(found.id)} />
        </>
      )}
      {erasure && (
        <Notice tone={erasure.unreachable.length > 0 ? 'warn' : 'good'} title={t.erased(erasure.people)} live>
          {erasure.stale.length > 0 && <p>{t.stale(erasure.stale.length)}</p>}
          {erasure.unreachable.map(({ folder, why }) => (
            <p key={folder}>{t.unreachable(folder, why)}</p>
          ))}
        </Notice>
      )}
    </section>
  );
}
