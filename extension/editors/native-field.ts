import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { minimiseEdit } from '../../shared/edits/minimise-edit.ts';
import { isInput, isTextarea } from '../fields/dom.ts';
import { climb } from './apply-ladder.ts';
import { followComposition, refusedWhileComposing } from './composition.ts';
import type { EditorFamily, EditorSurroundings, FieldEditor, Span } from './contract.ts';
import { createMirror } from './mirror.ts';
import { focusElement, isFocused } from './selection.ts';
import type { Step } from './steps.ts';

type NativeField = HTMLTextAreaElement | HTMLInputElement;

/** Textareas and one-line inputs, also those that React or another framework controls. */
export const nativeField: EditorFamily = {
  name: 'textarea',
  recognises: (element) => isTextarea(element) || isInput(element),
  open: (element, surroundings) => openNativeField(element as NativeField, surroundings),
};

function openNativeField(field: NativeField, surroundings: EditorSurroundings): FieldEditor {
  const closed = new AbortController();
  const composition = followComposition(field, closed.signal);
  const mirror = createMirror(field, surroundings.overlay);
  const read = () => ({ text: field.value, segments: [] });
  const rangeFor = ({ start, end }: Span) => {
    if (!field.isConnected || end > mirror.text.length || start < 0 || end < start) return undefined;
    const range = mirror.text.ownerDocument.createRange();
    range.setStart(mirror.text, start);
    range.setEnd(mirror.text, end);
    return range;
  };

  return {
    family: isInput(field) ? 'input' : 'textarea',
    root: field,
    undoSteps: (edits) => edits,
    read,
    follow: mirror.follow,
    rangeFor,
    async replace(span, text) {
      if (composition.composing) return refusedWhileComposing;
      mirror.follow();
      const before = field.value.slice(span.start, span.end);
      const edit = minimiseEdit({ ...span, before, after: text, source: 'curated' });
      return climb({ root: field, read, rangeFor }, [typedAt(edit)], edit, edit.after, surroundings);
    },
    async replaceTogether(edits) {
      const start = Math.min(...edits.map((edit) => edit.start));
      const end = Math.max(...edits.map((edit) => edit.end));
      const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      // Plain text has no formatting to keep: what lies between the changes is typed anew with them.
      const result = await this.replace({ start, end }, applyEdits(field.value.slice(start, end), inside));
      return { ...result, changes: 1 };
    },
    observe(onChange) {
      // A framework may set the value without an event; the next thing the user does shows it.
      const options = { capture: true, signal: closed.signal };
      for (const type of ['input', 'change', 'focus', 'blur', 'keyup', 'click']) {
        field.addEventListener(type, onChange, options);
      }
    },
    caret: () => (isFocused(field) ? (field.selectionEnd ?? undefined) : undefined),
    keepCaret() {
      const { selectionStart, selectionEnd } = field;
      return () => {
        focusElement(field);
        field.setSelectionRange(selectionStart, selectionEnd);
      };
    },
    focus(span) {
      focusElement(field);
      field.setSelectionRange(span.end, span.end);
    },
    get composing() {
      return composition.composing;
    },
    close() {
      closed.abort();
      mirror.remove();
    },
  };
}

/** As if typed: keeps the browser's undo, and frameworks see the `input` event that they wait for. */
function typedAt(span: Span): Step {
  return {
    how: 'typed',
    async run({ root, text }) {
      focusElement(root);
      (root as NativeField).setSelectionRange(span.start, span.end);
      return root.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    },
  };
}
