import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { minimiseEdit } from '../../shared/edits/minimise-edit.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { changedOtherwise, climb, readBack } from './apply-ladder.ts';
import { followComposition, refusedWhileComposing } from './composition.ts';
import type { EditorSurroundings, FieldEditor, FieldText, ReplaceResult, Span } from './contract.ts';
import { readRichText, richTextOffset, richTextRange } from './rich-text.ts';
import { focusElement, isFocused, selectionOf } from './selection.ts';
import { splitAtFormatting } from './split-edit.ts';
import { pasted, replaced, type Step, typed } from './steps.ts';
import { type TogetherStep, textPieces } from './together.ts';

export interface RichFieldOptions {
  readonly family: string;
  /** Ways to apply a change, best first. */
  readonly steps?: readonly Step[];
  /** A way to make many changes that one undo takes back, where the editor has one. */
  readonly together?: TogetherStep;
  /** One undo a change, or one for all that were made in one go. */
  readonly undo?: 'each' | 'together';
}

/** What suits an editor that lets the browser edit its nodes and watches them. */
const commonSteps: readonly Step[] = [typed, replaced, pasted];

/** Opens an editable region of the page. All families of rich editors are this, with ways to apply of their own. */
export function openRichField(
  root: HTMLElement,
  surroundings: EditorSurroundings,
  { family, steps = commonSteps, together, undo = 'each' }: RichFieldOptions,
): FieldEditor {
  const closed = new AbortController();
  const composition = followComposition(root, closed.signal);
  let reading: FieldText | undefined;
  const read = () => {
    reading = readRichText(root);
    return reading;
  };
  // Ranges are asked for one by one: they share a reading until something changes.
  const changes = new MutationObserver(() => {
    reading = undefined;
  });
  const everything = { childList: true, characterData: true, subtree: true };
  changes.observe(root, everything);
  const rangeFor = (span: Span) => {
    if (changes.takeRecords().length > 0) reading = undefined;
    return richTextRange(reading ?? read(), span);
  };

  return {
    family,
    root,
    undoSteps: (changes) => (undo === 'together' ? Math.min(changes, 1) : changes),
    read,
    follow: () => undefined,
    rangeFor,
    async replace(span, text) {
      if (composition.composing) return refusedWhileComposing;
      const { text: whole, segments } = read();
      const edit: Edit = {
        ...span,
        before: whole.slice(span.start, span.end),
        after: text,
        source: 'curated',
      };
      const pieces = splitAtFormatting(minimiseEdit(edit), segments).map(minimiseEdit);
      let result: ReplaceResult = { ok: true, how: 'none', changes: 0 };
      for (const [done, piece] of pieces.reverse().entries()) {
        result = await climb({ root, read, rangeFor }, steps, piece, piece.after, surroundings);
        result = { ...result, changes: done + 1 };
        if (result.ok) continue;
        return done === 0
          ? result
          : { ...result, why: 'Only part of the change went in. Undo takes it back.' };
      }
      return result;
    },
    async replaceTogether(edits) {
      if (!together || composition.composing) return undefined;
      const before = read();
      const pieces = textPieces(edits, before);
      if (!pieces || !(await together.run(root, pieces, surroundings))) return undefined;
      const found = await readBack({ read }, before.text, applyEdits(before.text, edits), surroundings);
      if (found === 'unchanged') return undefined;
      return found === 'done' ? { ok: true, how: together.how, changes: 1 } : changedOtherwise(together.how);
    },
    observe(onChange) {
      const observer = new MutationObserver(onChange);
      observer.observe(root, everything);
      closed.signal.addEventListener('abort', () => observer.disconnect());
    },
    caret() {
      const focus = selectionOf(root);
      return isFocused(root) && focus?.focusNode
        ? richTextOffset(read(), focus.focusNode, focus.focusOffset)
        : undefined;
    },
    keepCaret() {
      const selection = selectionOf(root);
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
      return () => {
        focusElement(root);
        if (range && root.contains(range.startContainer))
          selectionOf(root)?.setBaseAndExtent(
            range.startContainer,
            range.startOffset,
            range.endContainer,
            range.endOffset,
          );
      };
    },
    focus(span) {
      focusElement(root);
      const range = rangeFor({ start: span.end, end: span.end });
      if (range) selectionOf(root)?.collapse(range.startContainer, range.startOffset);
    },
    get composing() {
      return composition.composing;
    },
    close() {
      changes.disconnect();
      closed.abort();
    },
  };
}
