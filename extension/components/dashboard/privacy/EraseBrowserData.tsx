import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';

interface EraseBrowserDataProps {
  readonly onErased: () => void;
}

/** Deletes everything this browser keeps, after the word is typed: it cannot be undone. */
export function EraseBrowserData({ onErased }: EraseBrowserDataProps) {
  const [typed, setTyped] = useState('');
  const [erased, setErased] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const id = useId();
  const t = texts.dashboard.privacy;
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      setTyped('');
      setErased(true);
      onErased();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <section className="card stack" aria-labelledby="erase-title">
      <h2 id="erase-title">{t.eraseTitle}</h2>
      <p className="soft">{t.eraseHint}</p>
      <form className="row wrap" onSubmit={(event) => void erase(event)}>
        <label htmlFor={id}>{t.eraseLabel(t.eraseWord)}</label>
        <input
          id={id}
          className="input"
          value={typed}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <button type="submit" className="button button-danger" disabled={typed.trim() !== t.eraseWord}>
          {t.eraseButton}
        </button>
      </form>
      <p role="status">{erased && t.erased}</p>
      {failure && <FailureNotice failure={failure} />}
    </section>
  );
}
