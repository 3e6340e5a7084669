import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { storeSetting } from '../e2e/settings.ts';
import { type BenchPage, type PageServer, postingHtml, type Side } from './page-server.ts';

/** Milliseconds from the page being ready to the first mark, one for each round. */
export async function coldStart(
  browser: ExtensionBrowser,
  server: PageServer,
  rounds: number,
): Promise<number[]> {
  return repeat(rounds, async () => {
    const page = await browser.open(server.url('short', 'on'));
    const time = await page.waitForFunction(() => (window as unknown as { firstMark?: number }).firstMark);
    const value = Number(await time.jsonValue());
    await page.close();
    return value;
  });
}

/** Longest task (ms) that a paste of 20,000 words costs over the paste itself, one for each round. */
export async function pasteTasks(
  browser: ExtensionBrowser,
  server: PageServer,
  rounds: number,
): Promise<number[]> {
  const html = postingHtml(20_000);
  const paste = async (side: Side) => {
    const page = await open(browser, server, 'empty', side);
    const times = await page.evaluate(async (pasted) => {
      const own = window as unknown as { startHeart(): void; longest: number };
      const editor = document.querySelector('#editor');
      if (!editor) throw new Error('There is no editor.');
      const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0));
      await nextTask();
      const start = performance.now();
      editor.innerHTML = pasted;
      editor.getBoundingClientRect();
      await nextTask();
      const inserted = performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await nextTask();
      own.startHeart();
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return { inserted, after: own.longest };
    }, html);
    await page.close();
    return times;
  };
  return repeat(rounds, async () => {
    const off = await paste('off');
    const on = await paste('on');
    return Math.max(on.inserted - off.inserted, on.after);
  });
}

/** What each key costs the main thread (ms): its own task, and the drawing of the next frame. The 95th percentile of five runs. */
export async function typingCosts(
  browser: ExtensionBrowser,
  server: PageServer,
  keys: number,
): Promise<number[]> {
  const page = await open(browser, server, 'long', 'on');
  await page.evaluate(() => {
    const costs: number[] = [];
    Object.assign(window, { costs });
    document.addEventListener(
      'keydown',
      () => {
        const pressed = performance.now();
        let key = 0;
        const { port1, port2 } = new MessageChannel();
        document.addEventListener('input', () => port2.postMessage('key'), { once: true, capture: true });
        // Asked for before anyone else asks: it runs first in the frame, and the message comes after the frame.
        requestAnimationFrame(() => {
          const frame = performance.now();
          port1.onmessage = () => costs.push(key + performance.now() - frame);
          port2.postMessage('frame');
        });
        port1.onmessage = () => {
          key = performance.now() - pressed;
        };
      },
      { capture: true },
    );
  });
  await page.locator('#editor p').nth(20).click();
  const runs: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    await page.keyboard.type('the driver plans a tour '.repeat(Math.ceil(keys / 24)).slice(0, keys), {
      delay: 40,
    });
    const costs = await page.evaluate(() => (window as unknown as { costs: number[] }).costs.splice(0));
    costs.sort((a, b) => a - b);
    runs.push(costs[Math.floor(0.95 * costs.length)] ?? Number.NaN);
  }
  await page.close();
  return runs;
}

/**
 * Share of a core (%) over the page's own, while a list changes a hundred times a second: from the time a change costs. Storms
 * with AutoRefine and without take turns in one page, for what a change costs the page itself drifts from page to page.
 */
export async function stormShare(
  browser: ExtensionBrowser,
  server: PageServer,
  rounds: number,
): Promise<number[]> {
  const url = server.url('storm', 'on');
  const page = await open(browser, server, 'storm', 'on');
  const cost = async () => {
    let changes = 0;
    const busy = await busyTime(page, async () => {
      changes = await page.evaluate(storm, 4);
    });
    return busy / changes;
  };
  await cost();
  const shares = await repeat(rounds, async () => {
    await storeSetting(browser, 'sites', { '127.0.0.1': false });
    await page.waitForFunction(() => CSS.highlights.size === 0);
    const without = await cost();
    await storeSetting(browser, 'sites', { '127.0.0.1': true });
    await startLoader(browser, url);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    return Math.max(0, ((await cost()) - without) * (100 / 1_000) * 100);
  });
  await page.close();
  return shares;
}

/** In the page: a list of 200 lines of which 20 are exchanged every 10 ms or so, for some seconds. Returns how often it changed. */
async function storm(seconds: number): Promise<number> {
  const feed = document.querySelector('#feed');
  const end = performance.now() + seconds * 1_000;
  let changes = 0;
  for (; performance.now() < end; changes += 1) {
    for (let i = 0; i < 20; i += 1) {
      const item = document.createElement('li');
      item.innerHTML = `<b>${i}</b> <input aria-label="City"> entry`;
      feed?.append(item);
    }
    while ((feed?.childElementCount ?? 0) > 200) feed?.firstElementChild?.remove();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return changes;
}

/** As when the site is switched on in the popup. */
async function startLoader(browser: ExtensionBrowser, url: string): Promise<void> {
  await (await browser.worker()).evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      files: ['/content-scripts/loader.js'],
    });
  }, url);
}

/** Main-thread time (ms) a frame, over the page's own, of a page with 30 frames and no field. */
export async function frameCosts(
  browser: ExtensionBrowser,
  server: PageServer,
  rounds: number,
): Promise<number[]> {
  const load = async (side: Side) => {
    const page = await browser.context.newPage();
    const busy = await busyTime(page, async () => {
      await page.goto(server.url('frames', side), { waitUntil: 'load' });
      // Long enough for what waits until the page is idle.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    });
    await page.close();
    return busy;
  };
  return repeat(rounds, async () => {
    const off = await load('off');
    return Math.max(0, (await load('on')) - off) / 31;
  });
}

async function open(
  browser: ExtensionBrowser,
  server: PageServer,
  name: BenchPage,
  side: Side,
): Promise<Page> {
  const page = await browser.open(server.url(name, side));
  if (side === 'on') await page.waitForFunction(() => CSS.highlights.size > 0);
  return page;
}

/** Milliseconds the page's main thread was at work meanwhile. */
async function busyTime(page: Page, work: () => Promise<unknown>): Promise<number> {
  const client: CDPSession = await page.context().newCDPSession(page);
  // Time of the thread, not of the clock: what else the machine does at the time does not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const total = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await total();
  await work();
  const busy = (await total()) - before;
  await client.detach();
  return busy;
}

async function repeat(rounds: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) values.push(await measure());
  return values;
}
