import type { EditorFamily } from './contract.ts';
import { insertedAsHtml, isPlainMarkup } from './inserted-html.ts';
import { openRichField } from './open-rich-field.ts';

/** Froala and editors built like it: the browser edits their nodes, they follow `input`. */
export const froala: EditorFamily = {
  name: 'froala',
  recognises: (element) => element.classList.contains('fr-element'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, { family: 'froala', together: insertedAsHtml(isPlainMarkup) }),
};
