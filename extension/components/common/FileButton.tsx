import type { ChangeEvent } from 'react';
import { useRef } from 'react';
import { Icon } from './Icon.tsx';

interface FileButtonProps {
  readonly label: string;
  /** Endings that can be chosen, such as `.json`. */
  readonly accept: string;
  readonly title?: string;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file. The same file can be chosen again after it was mended. */
export function FileButton({ label, accept, title, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file) onFile(file);
    target.value = '';
  };
  return (
    <>
      <input ref={input} type="file" accept={accept} hidden onChange={chosen} />
      <button
        type="button"
        className="button button-small"
        {...(title ? { title } : {})}
        onClick={() => input.current?.click()}
      >
        <Icon name="upload" size={14} />
        {label}
      </button>
    </>
  );
}
