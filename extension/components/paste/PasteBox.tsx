import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { useTask } from '../common/use-task.ts';
import { Working } from '../common/Working.tsx';
import type { PageServices } from '../services/services.ts';
import { copyFormatted } from './copy-formatted.ts';
import { PasteActions } from './PasteActions.tsx';
import { PasteField } from './PasteField.tsx';
import { PasteResults } from './PasteResults.tsx';
import { FileError, readFileAsHtml } from './read-file.ts';
import { useMarks, useOwnField } from './use-own-field.ts';

interface PasteBoxProps {
  readonly services: PageServices;
  /** `undefined` until it is known; rewriting waits for it. */
  readonly sidecar: SidecarState | undefined;
  /** A text to put into the box; a new object puts it in again. */
  readonly opened?: { readonly html: string };
}

/** Checks and rewrites a text that is in no form that we reach: pasted, typed or from a file. It never leaves the page. */
export function PasteBox({ services, sidecar, opened }: PasteBoxProps) {
  const root = useRef<HTMLDivElement>(null);
  const field = useOwnField(root);
  const { editor, setHtml } = field;
  const text = useDeferredValue(field.text);
  const [active, setActive] = useState<Finding>();
  const [failure, setFailure] = useState<Failure>();
  const [reading, setReading] = useState(false);
  const task = useTask();

  useEffect(() => {
    if (opened) setHtml(opened.html);
  }, [opened, setHtml]);

  const english = useMemo(() => services.isEnglish(text), [services, text]);
  const check = useMemo(
    () => services.checkPosting({ id: 'text', title: '', sections: [{ text: english ? text : '' }] }),
    [services, text, english],
  );
  useMarks(field, text, check.findings, active);

  const openFile = (file: File) => {
    setFailure(undefined);
    setReading(true);
    task.run(
      async (signal) => {
        const html = await readFileAsHtml(file);
        signal.throwIfAborted();
        setHtml(html);
        setReading(false);
      },
      (error) => {
        setReading(false);
        setFailure(
          error instanceof FileError ? { reason: error.message, mend: error.mend } : failureOf(error),
        );
      },
    );
  };
  const show = (finding: Finding) => {
    setActive(finding);
    editor.current?.focus(finding);
    editor.current?.rangeFor(finding)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  };
  const empty = field.text.trim() === '';

  return (
    <div className="stack paste">
      <p className="soft">{texts.paste.hint}</p>
      <PasteField root={root} empty={empty} onFile={openFile} />
      <PasteActions
        empty={empty}
        onFile={openFile}
        onCopy={() => copyFormatted(root.current?.innerHTML ?? '', field.text)}
        onClear={() => setHtml('')}
      />
      {reading && <Working message={texts.paste.reading} />}
      {failure && <FailureNotice failure={failure} />}
      {!empty && !english && <p className="soft">{texts.paste.notEnglish}</p>}
      {!empty && english && sidecar && (
        <PasteResults
          text={text}
          check={check}
          editor={editor}
          services={services}
          sidecar={sidecar}
          onShow={show}
        />
      )}
    </div>
  );
}
