import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, replaced, throughPage } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** Lexical: owns its text and answers `beforeinput`; what is typed past it can be taken back. */
export const lexical: EditorFamily = {
  name: 'lexical',
  recognises: (element) => element.getAttribute('data-lexical-editor') === 'true',
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'lexical',
      steps: [replaced, throughPage('lexical'), pasted],
      together: rewrittenThroughPage('lexical'),
    }),
};
