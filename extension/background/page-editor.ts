import { pageEdits } from '../editors/page-edits.ts';
import { rewriteFor } from '../editors/page-rewrite.ts';
import type { PageEdit, PageRewrite } from '../messages.ts';

interface PageFrame {
  readonly tabId: number;
  readonly frameId: number;
}

/**
 * Makes one change through the page's own editor object, in the page's world. The function runs once and listens to
 * nothing, so a page gains no way to call us; what it reports is checked by reading the field back.
 */
export async function editThroughPage(frame: PageFrame, edit: PageEdit): Promise<boolean> {
  const results = await chrome.scripting.executeScript({
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    world: 'MAIN',
    func: pageEdits[edit.family],
    args: [edit],
  });
  return results[0]?.result === true;
}

/** Makes many changes at once, as one step of the editor's own undo; otherwise as `editThroughPage`. */
export async function rewriteThroughPage(frame: PageFrame, rewrite: PageRewrite): Promise<boolean> {
  const results = await chrome.scripting.executeScript({
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    world: 'MAIN',
    func: rewriteFor(rewrite.family),
    args: [rewrite],
  });
  return results[0]?.result === true;
}
