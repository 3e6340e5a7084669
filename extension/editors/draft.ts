import type { EditorFamily } from './contract.ts';
import { openRichField } from './open-rich-field.ts';
import { pasted, type Step, typed } from './steps.ts';
import { rewrittenThroughPage } from './together.ts';

/** Draft.js: owns its text; what is typed over a selection inside one piece of text reaches it through `input`. */
const steps: readonly Step[] = [pasted, typed];

export const draft: EditorFamily = {
  name: 'draft',
  recognises: (element) => element.classList.contains('public-DraftEditor-content'),
  open: (element, surroundings) =>
    openRichField(element, surroundings, { family: 'draft', steps, together: rewrittenThroughPage('draft') }),
};
