import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, throughPage, typed } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** TinyMCE 5 to 7, in its frame or inline: its undo needs a level before and after. */
export const tinymce: EditorFamily = {
  name: 'tinymce',
  recognises: (element) => element.classList.contains('mce-content-body'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'tinymce',
      steps: [throughPage('tinymce'), typed, pasted],
      together: rewrittenThroughPage('tinymce'),
    }),
};
