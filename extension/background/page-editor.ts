import { pageEdits } from '../editors/page-edits.ts';
import type { PageEdit } from '../messages.ts';

/**
 * Makes one change through the page's own editor object, in the page's world. The function runs once and listens to
 * nothing, so a page gains no way to call us; what it reports is checked by reading the field back.
 */
export async function editThroughPage(
  frame: { readonly tabId: number; readonly frameId: number },
  edit: PageEdit,
): Promise<boolean> {
  const results = await chrome.scripting.executeScript({
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    world: 'MAIN',
    func: pageEdits[edit.family],
    args: [edit],
  });
  return results[0]?.result === true;
}
