import { useState } from 'react';
import { texts } from '../../texts.ts';
import { FileButton } from '../common/FileButton.tsx';
import { Icon } from '../common/Icon.tsx';
import { readableFiles } from './read-file.ts';

interface PasteActionsProps {
  readonly empty: boolean;
  readonly onFile: (file: File) => void;
  readonly onCopy: () => Promise<void>;
  readonly onClear: () => void;
}

/** Opens a file, copies the text back with its formatting, or empties the box. */
export function PasteActions({ empty, onFile, onCopy, onClear }: PasteActionsProps) {
  const [message, setMessage] = useState('');
  const t = texts.paste;
  const copy = () =>
    onCopy().then(
      () => setMessage(t.copied),
      () => setMessage(t.copyFailed),
    );
  return (
    <div className="stack-tight">
      <div className="row wrap">
        <FileButton label={t.open} title={t.openLabel} accept={readableFiles} onFile={onFile} />
        <button
          type="button"
          className="button button-small"
          disabled={empty}
          title={t.copyLabel}
          onClick={() => void copy()}
        >
          <Icon name="copy" size={14} />
          {t.copy}
        </button>
        <button
          type="button"
          className="button button-quiet button-small"
          disabled={empty}
          onClick={() => {
            onClear();
            setMessage(t.cleared);
          }}
        >
          {t.clear}
        </button>
      </div>
      <p className="small soft" role="status">
        {message}
      </p>
    </div>
  );
}
