import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { writtenInOneGo } from './together.ts';

/** ProseMirror and TipTap: watch their own nodes and turn a change into a transaction. */
export const proseMirror: EditorFamily = {
  name: 'prosemirror',
  recognises: (element) => element.classList.contains('ProseMirror'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, { family: 'prosemirror', together: writtenInOneGo }),
};
