import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, replaced, throughPage } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** Trix: owns its text; its element carries the editor. */
export const trix: EditorFamily = {
  name: 'trix',
  recognises: (element) => element.localName === 'trix-editor',
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'trix',
      steps: [throughPage('trix'), replaced, pasted],
      together: rewrittenThroughPage('trix'),
    }),
};
