import { useState } from 'react';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { TypedConfirmation } from '../common/TypedConfirmation.tsx';
import { useAction } from '../common/use-action.ts';

interface EraseBrowserDataProps {
  readonly onErased: () => void;
}

/** Deletes everything this browser keeps, after the word is typed: it cannot be undone. */
export function EraseBrowserData({ onErased }: EraseBrowserDataProps) {
  const [erased, setErased] = useState(false);
  const { busy, failure, run } = useAction();
  const t = texts.dashboard.privacy;
  const erase = () =>
    run(async () => {
      await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
      setErased(true);
      onErased();
    });
  return (
    <section className="card stack" aria-labelledby="erase-title">
      <h2 id="erase-title">{t.eraseTitle}</h2>
      <p className="soft">{t.eraseHint}</p>
      <TypedConfirmation word={t.eraseWord} button={t.eraseButton} busy={busy} onConfirm={erase} />
      <p role="status">{erased && t.erased}</p>
      {failure && <FailureNotice failure={failure} />}
    </section>
  );
}
