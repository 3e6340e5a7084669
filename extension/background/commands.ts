import { frameCommandSchema } from '../messages.ts';
import { broadcast } from './frame-commands.ts';

/** Hands a keyboard command of the manifest to the frames of the tab; the frame that has the focus acts on it. */
export async function runKeyboardCommand(command: string, tabId: number | undefined): Promise<void> {
  const parsed = frameCommandSchema.safeParse({ type: `command/${command}` });
  if (!parsed.success) return;
  const id = tabId ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (id !== undefined) await broadcast(id, parsed.data);
}
