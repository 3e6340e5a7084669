import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../shared/protocol/finding.ts';
import { isMarked } from '../../../shared/protocol/finding.ts';
import type { FieldEditor } from '../../editors/contract.ts';
import { highlightPainter } from '../../marks/highlights.ts';
import { lookOf } from '../../marks/kinds.ts';
import { openOwnField } from './own-field.ts';

export interface OwnField {
  readonly text: string;
  readonly editor: RefObject<FieldEditor | null>;
  /** Replaces everything in the box in a way that the browser's own undo takes back. */
  readonly setHtml: (html: string) => void;
}

/** The box's text, kept up to date, and the field behind it. The box must be mounted with `root` as its ref. */
export function useOwnField(root: RefObject<HTMLElement | null>): OwnField {
  const editor = useRef<FieldEditor>(null);
  const [text, setText] = useState('');

  useEffect(() => {
    if (!root.current) return;
    const field = openOwnField(root.current);
    editor.current = field;
    const read = () => setText(field.read().text);
    read();
    field.observe(read);
    return () => {
      editor.current = null;
      field.close();
    };
  }, [root]);

  const setHtml = useCallback(
    (html: string) => {
      const box = root.current;
      if (!box) return;
      box.focus();
      getSelection()?.selectAllChildren(box);
      if (html === '') document.execCommand('delete');
      else document.execCommand('insertHTML', false, html);
    },
    [root],
  );
  return { text, editor, setHtml };
}

/** Draws the marks of `findings` under their words, the `active` one lit up, and takes them away with the box. */
export function useMarks(
  { text, editor }: OwnField,
  checkedText: string,
  findings: readonly Finding[],
  active: Finding | undefined,
): void {
  useEffect(() => {
    const field = editor.current;
    // Findings of an older text would stand under the wrong words.
    if (!field || checkedText !== text) return;
    const painter = highlightPainter();
    const marks = findings.filter(isMarked).flatMap((finding) => {
      const range = field.rangeFor(finding);
      return range ? [{ range, severity: finding.severity, active: finding === active }] : [];
    });
    painter.draw(marks, lookOf(field.root));
    return painter.clear;
  }, [editor, text, checkedText, findings, active]);
}
