import type { EditorFamily } from './contract.ts';
import { insertedAsHtml, isPlainMarkup } from './inserted-html.ts';
import { openRichField } from './open-rich-field.ts';

/** Any other editable region: the browser edits it, or an editor that nobody knows yet. */
export const contentEditable: EditorFamily = {
  name: 'contenteditable',
  recognises: (element) => element.isContentEditable,
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'contenteditable',
      together: insertedAsHtml(isPlainMarkup),
    }),
};
