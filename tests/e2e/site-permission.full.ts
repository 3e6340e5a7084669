import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import {
  type BrowserButtons,
  openBrowserButtons,
  pressableButtons,
  type ShownPage,
} from './browser-buttons.ts';

/** Switching AutoRefine on for a site that it does not come with, with the browser's own question answered by its own buttons. */
let browser: ExtensionBrowser;
let buttons: BrowserButtons;

const form = `<!doctype html><html lang="en"><title>New job posting</title><h1>New job posting</h1>
<label>Job description <textarea rows="8" cols="60">We want a young person who is a ninja.</textarea></label></html>`;

/** Says nowhere that it is about a job. */
const bareForm = `<!doctype html><html lang="en"><title>Editor</title>
<textarea style="width: 500px; height: 200px">We want a young person who is a ninja.</textarea></html>`;

beforeAll(async () => {
  browser = await launchWithExtension({ args: pressableButtons });
  await browser.context.route('https://*.example.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: route.request().url().includes('/bare/') ? bareForm : form,
    }),
  );
  buttons = await openBrowserButtons(browser);
});

afterAll(async () => {
  buttons?.close();
  await browser?.close();
});

const switchInPopup = 'button[role=switch]';
const patience = { timeout: 45_000 };
const words = (shown: ShownPage) => expect.poll(() => shown.text(), patience);
const marked = (page: Page) => page.evaluate(() => document.querySelector('autorefine-marks') !== null);
const marksAppear = (page: Page) => expect.poll(() => marked(page), patience).toBe(true);
const marksGo = (page: Page) => expect.poll(() => marked(page), patience).toBe(false);
const permitted = async (origin: string) =>
  (await browser.worker()).evaluate((asked) => chrome.permissions.contains({ origins: [asked] }), origin);
const registered = async () =>
  (await browser.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );

test('a site is off until its switch is pressed and the browser’s question answered; then marks appear at once', async () => {
  const page = await browser.open('https://jobs.example.com/new');
  let popup = await buttons.openPopup();
  await words(popup).toContain('Off for this site');
  expect(await marked(page)).toBe(false);

  await popup.click(switchInPopup);
  await buttons.answerQuestion('refuse');
  expect(await permitted('https://jobs.example.com/*')).toBe(false);

  popup = await buttons.openPopup();
  await popup.click(switchInPopup);
  await buttons.answerQuestion('allow');
  await marksAppear(page);
  expect(await registered()).toEqual(['https://jobs.example.com/*']);

  await page.reload();
  await marksAppear(page);
  const other = await browser.open('https://other.example.com/new');
  popup = await buttons.openPopup();
  await words(popup).toContain('Off for this site');
  expect(await marked(other)).toBe(false);
  await other.close();
});

test('switched off, the marks go, and the permission goes back to the browser', async () => {
  const page = await browser.open('https://jobs.example.com/new');
  await marksAppear(page);
  const popup = await buttons.openPopup();
  await words(popup).toContain('On for this site');
  await popup.click(switchInPopup);
  await marksGo(page);
  await expect.poll(() => permitted('https://jobs.example.com/*'), patience).toBe(false);
  expect(await registered()).toEqual([]);
});

test('the side panel beside the page switches it on as well', async () => {
  const page = await browser.open('https://hiring.example.com/new');
  const panel = await buttons.openPanel();
  await words(panel).toContain('AutoRefine is off on hiring.example.com');
  await panel.click('.empty .button-primary');
  await buttons.answerQuestion('allow');
  await marksAppear(page);
  await words(panel).toMatch(/\d findings/);
  await (await buttons.openPopup()).click(switchInPopup);
  await marksGo(page);
  await page.close();
});

test('a site that a rule pack lists is offered in popup and options, and is on after one click', async () => {
  const pack = {
    name: 'Ours',
    sites: [
      {
        ...{ name: 'Our careers pages', host: '*.example.com', paths: ['/new'], editor: 'textarea' },
        ...{ confidence: 'high', evidence: 'We made it.' },
      },
    ],
  };
  const options = await browser.openOwn('options.html');
  const buffer = Buffer.from(JSON.stringify(pack));
  await options
    .locator('#packs input[type=file]')
    .setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer });
  await options.getByText('1 site', { exact: true }).waitFor();
  const page = await browser.open('https://careers.example.com/new');
  const popup = await buttons.openPopup();
  await words(popup).toContain('Your company lists this site');

  await options.bringToFront();
  const row = options.getByRole('switch', { name: 'AutoRefine on *.example.com' });
  await row.click();
  await buttons.answerQuestion('allow');
  await marksAppear(page);
  await expect.poll(() => row.getAttribute('aria-checked'), patience).toBe('true');
  expect(await registered()).toEqual(['https://*.example.com/*']);
});

test('at a path that a rule pack names, a bare field is taken for the posting; elsewhere it is not', async () => {
  const elsewhere = await browser.open('https://careers.example.com/bare/page');
  const listed = await browser.open('https://careers.example.com/bare/new');
  await marksAppear(listed);
  expect(await marked(elsewhere)).toBe(false);
});

test('nothing left this machine', () => {
  expect(browser.escaped).toEqual([]);
});
