import type { Page } from 'playwright-core';
import type { ExtensionBrowser } from '../e2e/browser.ts';

/** The open card as it stands, for a check from outside: its shadow root is closed to the page. */
export interface CardMarkup {
  readonly html: string;
  readonly css: string;
  /** Names of the animations that run in it. */
  readonly animations: readonly string[];
}

/** Reads the card through the extension's own world, where Chrome opens closed shadow roots. */
export async function readCardMarkup(browser: ExtensionBrowser, page: Page): Promise<CardMarkup> {
  const worker = await browser.worker();
  return worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url && one.active);
    if (tab?.id === undefined) throw new Error(`No tab shows ${url}.`);
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: () => {
        const host = document.querySelector<HTMLElement>('autorefine-card');
        const root = host && chrome.dom.openOrClosedShadowRoot(host);
        if (!root) return null;
        const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
        return {
          html: root.innerHTML,
          css: rules.map((rule) => rule.cssText).join('\n'),
          animations: root
            .getAnimations()
            .map((animation) => ('animationName' in animation ? String(animation.animationName) : '')),
        };
      },
    });
    if (!answer?.result) throw new Error('No card is open.');
    return answer.result;
  }, page.url());
}
