import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { openPanelAbout, pairOnWelcomePage } from './open-pages.ts';
import { type PagesService, startPagesService } from './pages-service.ts';

/** What the side panel says and what stays in the form when a part of AutoRefine goes away in the middle of its work. */
let browser: ExtensionBrowser;
let local: PagesService;
let form: Page;
let panel: Page;
const problems: string[] = [];

beforeAll(async () => {
  local = await startPagesService();
  browser = await launchWithExtension();
  browser.context.on('page', (page) => page.on('pageerror', (error) => problems.push(error.message)));
  await pairAnew();
  form = await browser.open(local.formUrl);
  panel = await openPanelAbout(browser, local.formUrl);
  await panel.getByRole('heading', { name: 'Findings' }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await local?.close();
});
afterEach(async () => {
  expect(problems).toEqual([]);
  const discard = panel.getByRole('button', { name: /^(?:Discard|Done)$/ });
  if (await discard.isVisible()) await discard.click();
});

const pairAnew = () => pairOnWelcomePage(browser, local.service.pairing.current(), local.port);

const formText = () =>
  form
    .locator('input, textarea, [contenteditable]')
    .evaluateAll((fields) =>
      fields.map((field) => ('value' in field ? String(field.value) : (field.textContent ?? ''))).join('\n'),
    );

const rewrite = () => panel.getByRole('button', { name: 'Rewrite', exact: true }).click();

/** Stops the extension's service worker as Chrome does when it wants the memory. */
async function killWorker(): Promise<void> {
  const client = await browser.context.newCDPSession(panel);
  await client.send('ServiceWorker.enable');
  await client.send('ServiceWorker.stopAllWorkers');
  await client.detach();
}

test('the worker killed in the middle of a rewrite: the panel says so, the text is whole, and a second try works', async () => {
  const before = await formText();
  const held = local.holdRewrites();
  await rewrite();
  await held.asked;
  await killWorker();
  await panel.getByRole('alert').waitFor();
  expect(await panel.getByRole('alert').textContent()).toMatch(/stopped.*Try again/s);
  expect(await formText()).toBe(before);
  held.release();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await panel.getByText('Closer to the qualified pool').waitFor();
});

test('the local service stopped and started again: built-in suggestions meanwhile, no new pairing', async () => {
  await local.stop();
  await rewrite();
  await panel.getByText('The local service is not running; these suggestions').waitFor();
  await panel.getByRole('button', { name: 'Discard' }).click();
  await local.start();
  await rewrite();
  await panel.getByText('Closer to the qualified pool').waitFor();
});

test('the pairing revoked: the panel says it is not paired and goes on alone', async () => {
  for (const { id } of local.service.clients.list()) local.service.clients.revoke(id);
  await rewrite();
  await panel.getByText('The pairing was taken back; these suggestions').waitFor();
  await panel.getByText('The local service is running but not paired').waitFor();
  await pairAnew();
  await panel.getByText('Connected').waitFor();
});

test('a field taken away while a rewrite is applied: the others get it, and what is gone says so', async () => {
  await rewrite();
  await panel.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
  // The title is changed first: at that moment the site takes the description away.
  await form.evaluate(() => {
    const description = document.querySelector('[contenteditable]');
    document.addEventListener('input', () => description?.remove(), { once: true, capture: true });
  });
  await panel.getByRole('button', { name: /^Apply \d+ change/ }).click();
  await panel.getByText('The field is no longer in the page.').first().waitFor();
  expect(await form.getByLabel('Job title').inputValue()).not.toContain('Ninja');
  expect(await form.getByLabel('Requirements').inputValue()).not.toContain('Recent college graduate');
});
