import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, replaced } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** Slate: owns its text and answers `beforeinput` with the ranges given there. */
export const slate: EditorFamily = {
  name: 'slate',
  recognises: (element) => element.getAttribute('data-slate-editor') === 'true',
  open: (element, surroundings) =>
    openRichField(element, surroundings, {
      family: 'slate',
      steps: [replaced, pasted],
      together: rewrittenThroughPage('slate'),
    }),
};
