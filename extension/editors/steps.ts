import type { PageEditorFamily } from '../messages.ts';
import type { EditorSurroundings, ReplaceWay } from './contract.ts';
import { selectRange } from './selection.ts';
import { typingCommand } from './typing-command.ts';

/** What a step works on: the range stands where the old text is. */
export interface StepTarget {
  readonly root: HTMLElement;
  readonly range: Range;
  readonly text: string;
  readonly surroundings: EditorSurroundings;
}

/** One way to put a change in. `run` says false when it is not possible here; then it must have changed nothing. */
export interface Step {
  readonly how: ReplaceWay;
  run(target: StepTarget): Promise<boolean>;
}

/** As if typed: native undo, and every editor that listens to `input` or watches its own nodes sees it. */
export const typed: Step = {
  how: 'typed',
  async run({ root, range, text }) {
    const { command, value } = typingCommand(range, text);
    await selectRange(root, range);
    return root.ownerDocument.execCommand(command, false, value);
  },
};

/** As the browser's own spelling correction does it: for editors that take over `beforeinput` and own their text. */
export const replaced: Step = {
  how: 'replaced',
  async run({ root, range, text }) {
    const view = root.ownerDocument.defaultView;
    if (!view) return false;
    await selectRange(root, range);
    const { startContainer, startOffset, endContainer, endOffset } = range;
    const dataTransfer = new view.DataTransfer();
    dataTransfer.setData('text/plain', text);
    const event = new view.InputEvent('beforeinput', {
      bubbles: true,
      cancelable: true,
      composed: true,
      inputType: text === '' ? 'deleteContentForward' : 'insertReplacementText',
      data: text === '' ? null : text,
      dataTransfer,
      targetRanges: [new view.StaticRange({ startContainer, startOffset, endContainer, endOffset })],
    });
    return !root.dispatchEvent(event);
  },
};

/** As a paste of plain text over the selection: nearly every editor has a handler of its own for it. */
export const pasted: Step = {
  how: 'pasted',
  async run({ root, range, text }) {
    const view = root.ownerDocument.defaultView;
    if (!view || text === '') return false;
    await selectRange(root, range);
    const clipboardData = new view.DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new view.ClipboardEvent('paste', {
      bubbles: true,
      cancelable: true,
      composed: true,
      clipboardData,
    });
    return !root.dispatchEvent(event);
  },
};

/** Through the editor's own object in the page's world, so that the editor's own undo knows of it. */
export function throughPage(family: PageEditorFamily): Step {
  return {
    how: 'page-editor',
    async run({ root, range, text, surroundings }) {
      const typing = typingCommand(range, text);
      await selectRange(root, range);
      return surroundings.editThroughPage({ family, text, ...typing });
    },
  };
}
