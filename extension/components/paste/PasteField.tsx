import type { ClipboardEvent, DragEvent, RefObject } from 'react';
import { texts } from '../../texts.ts';
import { cleanHtml, textToHtml } from './clean-html.ts';

interface PasteFieldProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly empty: boolean;
  readonly onFile: (file: File) => void;
}

/**
 * The box itself: an editable region that the browser edits, so that native undo works. React draws it once and never
 * touches what is inside. What is pasted or dropped is cleaned first.
 */
export function PasteField({ root, empty, onFile }: PasteFieldProps) {
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const [file] = event.clipboardData.files;
    if (file) onFile(file);
    else insert(event.clipboardData);
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };
  return (
    <div className="paste-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot keep bold, links and lists. */}
      <div
        ref={root}
        className="paste-field"
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-label={texts.paste.boxLabel}
        spellCheck
        onPaste={paste}
        onDrop={drop}
      />
      {empty && (
        <p className="paste-placeholder soft" aria-hidden="true">
          {texts.paste.placeholder}
        </p>
      )}
    </div>
  );
}

/** Through the browser's own commands, which keep its undo history whole. */
function insert(data: DataTransfer): void {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  if (html) document.execCommand('insertHTML', false, cleanHtml(html));
  else if (text.includes('\n')) document.execCommand('insertHTML', false, textToHtml(text));
  else document.execCommand('insertText', false, text);
}
