import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';

/** Quill 1 and 2: watches its own nodes and writes its history from what it sees. */
export const quill: EditorFamily = {
  name: 'quill',
  recognises: (element) => element.classList.contains('ql-editor'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, { family: 'quill', undo: 'together' }),
};
