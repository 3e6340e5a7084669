import { rootOf } from '../fields/unclobbered.ts';
import type { EditorFamily } from './contract.ts';
import { insertedAsHtml } from './inserted-html.ts';
import { openRichField } from './open-rich-field.ts';
import { writtenInOneGo } from './together.ts';

/**
 * Quill 1 and 2: watches its own nodes and writes its history from what it sees, one entry a second. In a shadow root it
 * does not hear of the selection, so its undo key is the browser's own, which knows only what was typed.
 */
export const quill: EditorFamily = {
  name: 'quill',
  recognises: (element) => element.classList.contains('ql-editor'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'quill',
      ...(rootOf(element) === element.ownerDocument
        ? { together: writtenInOneGo, undo: 'together' }
        : { together: insertedAsHtml(() => true), undo: 'each' }),
    }),
};
