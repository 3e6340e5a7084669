import type { EditorSurroundings, FieldEditor } from '../../editors/contract.ts';
import { copyText } from '../../editors/copy-text.ts';
import { openRichField } from '../../editors/open-rich-field.ts';

/** What an editor in one of our own pages has around it: no page script, and a clipboard that is ours. */
const surroundings: EditorSurroundings = {
  settle: () => new Promise((resolve) => requestAnimationFrame(() => resolve())),
  editThroughPage: async () => false,
  rewriteThroughPage: async () => false,
  copy: copyText,
  overlay: () => {
    throw new Error('The paste box is not a native field and needs no overlay.');
  },
};

/** The paste box through the same contract as a field of a page: one reading, one way to apply, native undo. */
export function openOwnField(root: HTMLElement): FieldEditor {
  return openRichField(root, surroundings, { family: 'paste-box' });
}
