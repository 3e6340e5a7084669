import type { z } from 'zod';
import { type FrameCommand, fieldStateSchema, type PageState } from '../messages.ts';
import { forgetFrame, framesOf } from './tab-frames.ts';

const reportSchema = fieldStateSchema.array();

/**
 * Sends a command to one frame and parses its answer; undefined when the frame is gone or answers something else.
 * A frame that is gone is forgotten.
 */
export async function commandFrame<T>(
  tabId: number,
  frameId: number,
  command: FrameCommand,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    const answer: unknown = await chrome.tabs.sendMessage(tabId, command, { frameId });
    return schema.safeParse(answer).data;
  } catch {
    await forgetFrame(tabId, frameId);
    return undefined;
  }
}

/** Every posting field of the tab, over all its frames, as they are now. */
export async function fieldsOf(tabId: number): Promise<PageState['fields']> {
  const frames = await framesOf(tabId);
  const reports = await Promise.all(
    frames.map(async (frameId) => {
      const fields = await commandFrame(tabId, frameId, { type: 'command/report-fields' }, reportSchema);
      return (fields ?? []).map((field) => ({ ...field, frameId }));
    }),
  );
  return reports.flat();
}

/** Sends a command to every frame with marks; nobody waits for an answer. */
export async function broadcast(tabId: number, command: FrameCommand): Promise<void> {
  for (const frameId of await framesOf(tabId)) {
    chrome.tabs.sendMessage(tabId, command, { frameId }).catch(() => forgetFrame(tabId, frameId));
  }
}
