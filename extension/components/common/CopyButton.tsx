import { useState } from 'react';
import { copyText } from '../../editors/copy-text.ts';
import { texts } from '../../texts.ts';
import { Icon } from './Icon.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** Copies plain text and says so in its own label. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [result, setResult] = useState<string>();
  const copy = async () => setResult((await copyText(text)) ? texts.findings.copied : texts.paste.copyFailed);
  return (
    <button type="button" className="button button-small" onClick={copy} onBlur={() => setResult(undefined)}>
      <Icon name={result === texts.findings.copied ? 'check' : 'copy'} size={14} />
      <span aria-live="polite">{result ?? label}</span>
    </button>
  );
}
