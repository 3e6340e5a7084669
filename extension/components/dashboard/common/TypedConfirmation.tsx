import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { texts } from '../../../texts.ts';

interface TypedConfirmationProps {
  /** What must be typed before the button works. */
  readonly word: string;
  readonly button: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
}

/** A button for what cannot be undone: it works only after the word was typed. */
export function TypedConfirmation({ word, button, busy = false, onConfirm }: TypedConfirmationProps) {
  const [typed, setTyped] = useState('');
  const id = useId();
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    setTyped('');
    onConfirm();
  };
  return (
    <form className="row wrap" onSubmit={confirm}>
      <label htmlFor={id}>{texts.dashboard.typeToConfirm(word)}</label>
      <input
        id={id}
        className="input"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button button-danger" disabled={busy || typed.trim() !== word}>
        {button}
      </button>
    </form>
  );
}
