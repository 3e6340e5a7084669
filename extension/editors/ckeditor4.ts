import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, throughPage, typed } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** CKEditor 4, in its frame or inline: its undo needs a snapshot before and after. */
export const ckeditor4: EditorFamily = {
  name: 'ckeditor4',
  recognises: (element) => element.classList.contains('cke_editable'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'ckeditor4',
      steps: [throughPage('ckeditor4'), typed, pasted],
      together: rewrittenThroughPage('ckeditor4'),
    }),
};
