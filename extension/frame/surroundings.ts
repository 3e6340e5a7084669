import { z } from 'zod';
import type { EditorSurroundings } from '../editors/contract.ts';
import { copyText } from '../editors/copy-text.ts';
import type { FrameMessage } from '../messages.ts';

/** Sends a message to the worker; undefined when it does not answer, for instance after the extension was reloaded. */
export type SendToWorker = (message: FrameMessage) => Promise<unknown>;

export const sendToWorker: SendToWorker = async (message) => {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
};

const doneSchema = z.object({ done: z.boolean() });

/** Time for an editor to answer an input: two frames, in which frameworks render, and 50 ms for those that wait. */
function settle(): Promise<void> {
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  // A window that is not visible gets no frames; then the time alone must do.
  return Promise.race([frame().then(frame), wait(100)]).then(() => wait(50));
}

export function editorSurroundings(
  overlay: EditorSurroundings['overlay'],
  send: SendToWorker,
): EditorSurroundings {
  return {
    overlay,
    settle,
    async editThroughPage(edit) {
      const answer = doneSchema.safeParse(await send({ type: 'frame/page-editor', edit }));
      return answer.success && answer.data.done;
    },
    async rewriteThroughPage(rewrite) {
      const answer = doneSchema.safeParse(await send({ type: 'frame/page-rewrite', rewrite }));
      return answer.success && answer.data.done;
    },
    copy: copyText,
  };
}
