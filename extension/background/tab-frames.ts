import { z } from 'zod';

/**
 * The frames of each tab in which marks are drawn, with how many marks each has. Kept for the browser's session, because
 * the worker may be stopped at any moment; no text is kept here.
 */
const recordSchema = z.record(z.string(), z.int().nonnegative());
type FrameRecord = z.infer<typeof recordSchema>;

const keyOf = (tabId: number) => `frames:${tabId}`;

/** Changes are made one after the other, so that two frames that report together do not undo each other. */
let queue: Promise<unknown> = Promise.resolve();

function change(tabId: number, update: (record: FrameRecord) => FrameRecord): Promise<FrameRecord> {
  const next = queue.then(async () => {
    const record = update(await read(tabId));
    await chrome.storage.session.set({ [keyOf(tabId)]: record });
    return record;
  });
  queue = next.catch(() => undefined);
  return next;
}

async function read(tabId: number): Promise<FrameRecord> {
  const stored = await chrome.storage.session.get(keyOf(tabId));
  const parsed = recordSchema.safeParse(stored[keyOf(tabId)]);
  return parsed.success ? parsed.data : {};
}

/** Notes how many marks a frame has, and shows the tab's sum on the toolbar button. */
export async function noteFrame(tabId: number, frameId: number, marks: number): Promise<void> {
  const record = await change(tabId, (before) => ({ ...before, [frameId]: marks }));
  const sum = Object.values(record).reduce((total, count) => total + count, 0);
  await chrome.action.setBadgeBackgroundColor({ tabId, color: '#0b5c68' });
  await chrome.action.setBadgeText({ tabId, text: sum > 0 ? String(sum) : '' });
}

export async function framesOf(tabId: number): Promise<number[]> {
  return Object.keys(await read(tabId)).map(Number);
}

export async function forgetFrame(tabId: number, frameId: number): Promise<void> {
  await change(tabId, ({ [frameId]: _gone, ...rest }) => rest);
}

export async function forgetTab(tabId: number): Promise<void> {
  await queue;
  await chrome.storage.session.remove(keyOf(tabId));
}
