/**
 * Calls `onChange` when the shown page may have changed: another tab, a navigation, or a frame that reported its fields.
 * Frames send their fields to the worker; the browser delivers the same message here, and it is used as a signal only.
 * @returns a function that ends the watch.
 */
export function watchPage(onChange: () => void): () => void {
  const onMessage = (message: unknown) => {
    if (isFrameReport(message)) onChange();
  };
  const onUpdated = (_tabId: number, change: { status?: string }) => {
    if (change.status === 'complete') onChange();
  };
  chrome.runtime.onMessage.addListener(onMessage);
  chrome.tabs.onActivated.addListener(onChange);
  chrome.tabs.onUpdated.addListener(onUpdated);
  chrome.storage.onChanged.addListener(onChange);
  return () => {
    chrome.runtime.onMessage.removeListener(onMessage);
    chrome.tabs.onActivated.removeListener(onChange);
    chrome.tabs.onUpdated.removeListener(onUpdated);
    chrome.storage.onChanged.removeListener(onChange);
  };
}

function isFrameReport(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  return message.type === 'frame/fields' || message.type === 'frame/field-found';
}
