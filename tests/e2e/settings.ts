import type { ExtensionBrowser } from './browser.ts';

/** Changes a stored setting as the options page does; the worker tells the frames. */
export async function storeSetting(browser: ExtensionBrowser, key: string, value: unknown): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    ([name, stored]) => chrome.storage.local.set({ [name as string]: stored }),
    [key, value],
  );
}

/** Switches a host on or off, and waits until nothing of AutoRefine is left in the active page, or is there again. */
export async function switchSite(browser: ExtensionBrowser, host: string, on: boolean): Promise<void> {
  await storeSetting(browser, 'sites', { [host]: on });
  if (on) return;
  for (const page of browser.context.pages()) {
    await page.waitForFunction(() => !document.querySelector('autorefine-marks, autorefine-card'));
  }
}
