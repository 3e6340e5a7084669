import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, replaced, throughPage } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** CKEditor 5: owns its text. Its own interface knows the attributes at the selection; input events come second. */
export const ckeditor5: EditorFamily = {
  name: 'ckeditor5',
  recognises: (element) => element.classList.contains('ck-editor__editable'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'ckeditor5',
      steps: [throughPage('ckeditor5'), replaced, pasted],
      together: rewrittenThroughPage('ckeditor5'),
    }),
};
