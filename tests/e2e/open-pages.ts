import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from './browser.ts';

/** Pairs the extension on its own welcome page, as a person does with the one-time code. */
export async function pairOnWelcomePage(
  browser: ExtensionBrowser,
  code: string,
  port: number,
): Promise<void> {
  const page = await browser.openOwn(`welcome.html#code=${code}&port=${port}`);
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText(/Paired as/).waitFor();
  await page.close();
}

/** The side panel in a tab of its own, about the tab that shows `url`. */
export async function openPanelAbout(browser: ExtensionBrowser, url: string): Promise<Page> {
  const worker = await browser.worker();
  const tabId = await worker.evaluate(
    async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id,
    url,
  );
  return browser.openOwn(`sidepanel.html#tab=${tabId}`);
}
