import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExtensionBrowser, extensionId, launchWithExtension } from './browser.ts';
import {
  type BrowserButtons,
  openBrowserButtons,
  pressableButtons,
  type ShownPage,
} from './browser-buttons.ts';
import { type PagesService, startPagesService } from './pages-service.ts';
import { canGivePolicy, type PolicyFile, policyFor } from './policy-browser.ts';

const listed = 'careers.example.com';
const keptOn = 'jobs.example.com';
const keptOff = '127.0.0.1';
const pack = {
  name: 'House style',
  rules: [
    {
      ...{ id: 'general/company-nickname', category: 'general', patterns: ['minion~'], severity: 'coded' },
      evidence: { grade: 'style', source: 'Our style guide (2024)' },
      message: 'We call each other colleagues.',
      suggestions: ['colleague~'],
      flags: ['You lead ten minions.', 'A minion is wanted.'],
      passes: ['You lead ten people.', 'A million is wanted.'],
    },
  ],
  sites: [
    {
      ...{ name: 'Our careers pages', host: listed, paths: ['/new'], editor: 'textarea' },
      ...{ confidence: 'high', evidence: 'We made it.' },
    },
  ],
};
const settings = {
  ...{ jurisdictions: ['UK'], sitesOn: [keptOn], port: 45_678, showWelcome: false },
  rulePacks: [JSON.stringify(pack), '{\n "name": "Old",\n "colour": 1\n}'],
};
const policyOf = (values: object) => ({
  '3rdparty': { extensions: { [extensionId]: values } },
  // No permission: it only makes exceptions from what `runtime_blocked_hosts` forbids.
  ExtensionSettings: { [extensionId]: { runtime_allowed_hosts: [`https://${keptOn}`] } },
});
const form = `<!doctype html><html lang="en"><title>New job posting</title><h1>New job posting</h1>
<label>Job description <textarea rows="8" cols="60">Lead our minions in the United Kingdom.</textarea></label></html>`;

describe.skipIf(!canGivePolicy())('a policy of the company, read by a real Chromium', () => {
  let browser: ExtensionBrowser;
  let buttons: BrowserButtons;
  let pages: PagesService;
  let policy: PolicyFile;

  beforeAll(async () => {
    pages = await startPagesService();
    policy = policyFor(policyOf(settings));
    browser = await launchWithExtension({
      args: pressableButtons,
      welcome: false,
      startedBy: policy.startedBy,
    });
    await browser.context.route('https://*.example.com/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: form }),
    );
    buttons = await openBrowserButtons(browser);
  });
  afterAll(async () => {
    buttons?.close();
    await browser?.close();
    await pages?.close();
  });

  const words = (shown: ShownPage) => expect.poll(() => shown.text(), { timeout: 20_000 });
  const stored = async () => (await browser.worker()).evaluate(() => chrome.storage.managed.get());

  test('is what the extension gets, and the welcome page stays closed', async () => {
    await expect.poll(stored, { timeout: 20_000 }).toEqual(settings);
    expect(browser.context.pages().map((page) => page.url())).toEqual(['about:blank']);
  });

  test('shows in the options as the company’s, with the pack that is not used and why', async () => {
    const options = await browser.openOwn('options.html');
    await options.getByText('Set by your company.').waitFor();
    const place = options.getByRole('checkbox', { name: 'United Kingdom' });
    expect([await place.isChecked(), await place.isDisabled()]).toEqual([true, true]);
    const packs = await options.locator('#packs').innerText();
    expect(packs).toContain('House style');
    expect(packs).toContain('from your company’s policy');
    expect(packs).toMatch(/Rule pack 2 of the policy, line 3: colour: /);
    await options.close();
  });

  test('a listed site and one that is kept on still wait for the browser’s question; then the company’s rule marks there', async () => {
    for (const [host, offer] of [
      [listed, 'Your company lists this site'],
      [keptOn, 'Your company lists this site'],
    ] as const) {
      const page = await browser.open(`https://${host}/new`);
      const popup = await buttons.openPopup();
      await words(popup).toContain(offer);
      await popup.click('button[role=switch]');
      await buttons.answerQuestion('allow');
      await page.waitForSelector('autorefine-marks', { state: 'attached' });
    }
    const kept = await buttons.openPopup();
    await words(kept).toContain('Your company keeps it on for this site');
  });

  test('changes while the browser runs: a site that is kept off loses its marks', async () => {
    const page = await browser.open(pages.formUrl);
    await page.waitForSelector('autorefine-marks', { state: 'attached' });
    await policy.write(policyOf({ ...settings, sitesOff: [keptOff] }));
    await page.waitForSelector('autorefine-marks', { state: 'detached', timeout: 60_000 });
    const popup = await buttons.openPopup();
    await words(popup).toContain('Your company keeps it off for this site');
  });
});
