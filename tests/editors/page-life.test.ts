import { expect, test } from 'vitest';
import { readCard } from './card-probe.ts';
import { serveFixturePages } from './fixture-pages.ts';
import { leading } from './fixtures/fixtures.ts';
import type { EditorSession } from './session.ts';

/** What becomes of a page in which editors come and go, and of one whose extension goes away under it. */
const pages = serveFixturePages(Object.values(leading));

test('100 editors opened and closed leave no listener and no node behind', async () => {
  const session = await pages.open(leading.contentEditable);
  const { page, send } = session;
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const count = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { listeners: of('JSEventListeners'), nodes: of('Nodes') };
  };
  const fields = async () => (await send<unknown[]>({ type: 'command/report-fields' })).length;
  const round = async () => {
    await page.evaluate(() => {
      for (let i = 0; i < 25; i += 1) {
        const field = document.createElement(i % 2 === 0 ? 'div' : 'textarea');
        field.className = 'passing';
        field.setAttribute('aria-label', 'Job description');
        if (field instanceof HTMLTextAreaElement) field.value = 'A ninja, a rockstar.';
        else {
          field.contentEditable = 'true';
          field.textContent = 'A ninja, a rockstar.';
        }
        document.querySelector('#form')?.append(field);
      }
    });
    await expect.poll(fields, { timeout: 20_000 }).toBe(26);
    await page.evaluate(() => {
      for (const field of document.querySelectorAll('.passing')) field.remove();
    });
    await expect.poll(fields, { timeout: 20_000 }).toBe(1);
  };
  await round();
  const before = await count();
  for (let i = 0; i < 4; i += 1) await round();
  // What is free is collected when the collector comes by, not all at the first call; a leak never is.
  const left = { timeout: 20_000 };
  await expect.poll(async () => (await count()).listeners, left).toBeLessThanOrEqual(before.listeners);
  await expect.poll(async () => (await count()).nodes, left).toBeLessThanOrEqual(before.nodes + 25);
  await session.close();
});

test('a long paste, which is checked bit by bit, is marked to its end', async () => {
  const session = await pages.open(leading.contentEditable);
  const { page, editable } = session;
  const paragraphs = 900;
  await editable.evaluate((element, count) => {
    const text = (i: number) =>
      `Part ${i} of the work is done by a ninja who knows the other ${i} parts as well.`;
    element.innerHTML = Array.from({ length: count }, (_, i) => `<p>${text(i)}</p>`).join('');
  }, paragraphs);
  const marked = () =>
    page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));
  await expect.poll(marked, { timeout: 20_000 }).toBe(paragraphs);
  const { check, text } = await session.field();
  const found = check.findings.filter((finding) => finding.text.includes('ninja'));
  expect(found).toHaveLength(paragraphs);
  expect(Math.max(...found.map(({ end }) => end))).toBe(text.lastIndexOf('ninja') + 'ninja'.length);
  await session.close();
});

test('an editor that goes away takes its open card with it', async () => {
  const session = await pages.open(leading.contentEditable);
  await pages.browser.command('open-card');
  await expect.poll(async () => (await readCard(session.page)).name, { timeout: 5_000 }).toBeDefined();
  await session.editable.evaluate((element) => element.remove());
  await expect.poll(async () => (await readCard(session.page)).name, { timeout: 5_000 }).toBeUndefined();
  await session.close();
});

test('a page can neither open a card nor press its buttons', async () => {
  const session = await pages.open(leading.contentEditable);
  const { page, editable, html } = session;
  const before = await html();
  const word = await editable.locator('strong').boundingBox();
  await editable.evaluate((element, box) => {
    const at = { clientX: (box?.x ?? 0) + 5, clientY: (box?.y ?? 0) + 5, bubbles: true, composed: true };
    element.querySelector('strong')?.dispatchEvent(new MouseEvent('click', at));
    window.postMessage({ type: 'command/open-card' }, '*');
    document.dispatchEvent(new CustomEvent('command/open-card'));
  }, word);
  expect((await readCard(page)).name).toBeUndefined();

  await pages.browser.command('open-card');
  await expect.poll(async () => (await readCard(page)).name, { timeout: 5_000 }).toBeDefined();
  const reached = await page.evaluate(() => {
    const host = document.querySelector('autorefine-card');
    for (const type of ['click', 'pointerdown', 'keydown']) {
      host?.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true }));
    }
    return {
      root: host?.shadowRoot ?? null,
      storage: typeof (globalThis as { chrome?: typeof chrome }).chrome?.storage,
    };
  });
  expect(reached).toEqual({ root: null, storage: 'undefined' });
  expect(await html()).toBe(before);
  await session.close();
});

test('after an update marks come back in pages that were open: nobody has to reload them', async () => {
  const session = await pages.open(leading.contentEditable);
  const { page, send } = session;
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await send({ type: 'command/stop' });
  await page.waitForFunction(() => CSS.highlights.size === 0);
  await (await pages.browser.worker()).evaluate(() => {
    const installed = chrome.runtime.onInstalled as unknown as { dispatch(details: object): void };
    installed.dispatch({ reason: 'update' });
  });
  await page.waitForFunction(() => CSS.highlights.size > 0);
  expect((await session.apply('salesman', 'salesperson')).notApplied).toEqual([]);
  await session.close();
});

test('after the extension was reloaded the page stays quiet and whole', async () => {
  const session: EditorSession = await pages.open(leading.contentEditable);
  const { page, editable, html } = session;
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await (await pages.browser.worker()).evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await editable.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' They lead a young team.');
  expect(await html()).toContain('They lead a young team.');
  await page.waitForFunction(() => !document.querySelector('autorefine-marks, autorefine-card'));
  expect(errors).toEqual([]);
  await page.close();
});
