import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { throughPage, typed } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** Summernote: the browser edits its nodes, but undo is its own and only knows what went through it. */
export const summernote: EditorFamily = {
  name: 'summernote',
  recognises: (element) => element.classList.contains('note-editable'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'summernote',
      steps: [throughPage('summernote'), typed],
      together: rewrittenThroughPage('summernote'),
    }),
};
