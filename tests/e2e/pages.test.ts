import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { type ExtensionBrowser, extensionId, launchWithExtension } from './browser.ts';
import { makeDocx } from './docx.ts';
import { openPanelAbout } from './open-pages.ts';
import { type PagesService, startPagesService } from './pages-service.ts';

let browser: ExtensionBrowser;
let local: PagesService;
const problems: string[] = [];

beforeAll(async () => {
  local = await startPagesService();
  browser = await launchWithExtension();
  browser.context.on('page', (page) => {
    page.on('pageerror', (error) => {
      if (page.url().startsWith('chrome-extension:')) problems.push(`${page.url()}: ${error.message}`);
    });
  });
});

afterAll(async () => {
  await browser?.close();
  await local?.close();
});

const posting =
  '<p>We want a <b>young</b> salesman for our sales team in <b>Denver</b>.</p><p>Our ninja team helps customers every day.</p>';

/** Puts HTML into the paste box the way the clipboard does. */
async function paste(page: Page, html: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your posting' }).evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    (box as HTMLElement).focus();
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

const boxHtml = (page: Page) => page.getByRole('textbox', { name: 'Your posting' }).innerHTML();

describe('without the local service', () => {
  test('the welcome page says how to start it and that the rest works alone', async () => {
    const page = await browser.openOwn('welcome.html');
    await page.getByText('npm start').waitFor();
    expect(await page.getByText('marks, suggestions and rewrites work alone').isVisible()).toBe(true);
    await page.close();
  });

  test('a pasted text is marked, rewritten with accept and reject, and keeps its bold', async () => {
    const page = await browser.openOwn('dashboard.html#text');
    await paste(page, posting);
    await page.getByRole('button', { name: 'Rewrite' }).click();
    const salesman = page.getByRole('group', { name: /^Change “salesman”/ });
    await salesman.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('button', { name: /^Apply \d+ change/ }).click();
    await page.getByText(/changes? applied/).waitFor();
    const html = await boxHtml(page);
    expect(html).toContain('salesman');
    expect(html).not.toContain('young');
    expect(html).not.toContain('ninja');
    expect(html).toContain('<strong>Denver</strong>');
    await page.close();
  });

  test('what is copied keeps its formatting', async () => {
    const page = await browser.openOwn('dashboard.html#text');
    await paste(page, posting);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied. Paste it').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('textbox', { name: 'Your posting' }).press('ControlOrMeta+v');
    await page.getByText('salesman for our').waitFor();
    expect(await boxHtml(page)).toMatch(/<strong>young<\/strong>/);
    await page.close();
  });

  test('a Word file is read in the page', async () => {
    const page = await browser.openOwn('dashboard.html#text');
    const buffer = makeDocx(['Sales', 'We want a young person for our team.'], ['Sales']);
    await page
      .locator('input[accept*=".docx"]')
      .setInputFiles({ name: 'posting.docx', mimeType: '', buffer });
    await page.getByRole('button', { name: 'Show “young” in the page' }).waitFor();
    expect(await boxHtml(page)).toBe(
      '<p><strong>Sales</strong></p><p>We want a young person for our team.</p>',
    );
    await page.close();
  });

  test('a damaged file leaves the text as it is and says what to do', async () => {
    const page = await browser.openOwn('dashboard.html#text');
    await paste(page, posting);
    const buffer = Buffer.from('nothing');
    await page
      .locator('input[accept*=".docx"]')
      .setInputFiles({ name: 'posting.docx', mimeType: '', buffer });
    await page.getByText('“posting.docx” could not be read.').waitFor();
    expect(await boxHtml(page)).toContain('young');
    await page.close();
  });

  test('a rule pack with a mistake is refused with its line', async () => {
    const page = await browser.openOwn('options.html');
    const pack = '{\n  "name": "Ours",\n  "rules": [{ "id": "Bad Id" }]\n}';
    await page
      .locator('#packs input[type=file]')
      .setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(pack) });
    await page.getByText(/ours\.json, line 3/).waitFor();
    expect(await page.getByText('No pack added.').isVisible()).toBe(true);
    await page.close();
  });

  test('a bulk scan lists every posting and opens one', async () => {
    const page = await browser.openOwn('dashboard.html#postings');
    const rows = Array.from(
      { length: 200 },
      (_, i) => `Job ${i},"We want a ${i % 2 ? 'young' : 'kind'} person for our team."`,
    );
    const csv = `Job Title,Description\n${rows.join('\n')}\nbroken\n`;
    await page
      .locator('input[accept*=".csv"]')
      .setInputFiles({ name: 'past.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: 'Check 200 postings' }).click();
    await page.getByText('200 postings checked.').waitFor();
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('201');
    expect(await page.getByText('1 line left out').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Open “Job 1” to check' }).click();
    await page.getByRole('button', { name: 'Show “young” in the page' }).waitFor();
    expect(await boxHtml(page)).toBe('<p>Job 1</p><p>We want a young person for our team.</p>');
    await page.close();
  });
});

describe('with the local service', () => {
  test('the welcome page pairs with the code from its address, which does not stay there', async () => {
    const code = local.service.pairing.current();
    const page = await browser.openOwn(`welcome.html#code=${code}&port=${local.port}`);
    await page.getByRole('button', { name: 'Pair', exact: true }).click();
    await page.getByText(/Paired as/).waitFor();
    expect(page.url()).toBe(`chrome-extension://${extensionId}/welcome.html`);
    expect(await page.getByRole('link', { name: 'Open the sample posting' }).getAttribute('href')).toBe(
      `http://127.0.0.1:${local.port}/sample`,
    );
    await page.close();
  });

  test('a used code is refused with what to do, and the pairing before stays', async () => {
    const code = local.service.pairing.current();
    local.service.pairing.redeem(code);
    const page = await browser.openOwn(`welcome.html#code=${code}&port=${local.port}`);
    await page.getByRole('button', { name: 'Pair', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    await page.getByText('Connected').waitFor();
    await page.close();
  });

  test('the side panel rewrites a form of several fields: it holds what was accepted', async () => {
    const form = await browser.open(local.formUrl);
    const panel = await openPanelAbout(browser, local.formUrl);
    await panel.getByRole('heading', { name: 'Findings' }).waitFor();
    await panel.getByRole('button', { name: 'Rewrite' }).click();
    await panel.getByText('Closer to the qualified pool').waitFor();
    const [first, ...others] = await panel.locator('.edit del').allTextContents();
    const removed = (text = '') => text.replace('removed: ', '');
    await panel.locator('.edit').first().getByRole('button', { name: 'Reject' }).click();
    await panel.getByText('Your selection changed').waitFor();
    await panel.getByRole('button', { name: 'Measure this selection' }).click();
    await panel.getByText('No measurable change').waitFor();
    await panel.getByRole('button', { name: /^Apply \d+ change/ }).click();
    await panel
      .getByRole('status')
      .filter({ hasText: /changes? applied/ })
      .waitFor();

    const fieldTexts = await form
      .locator('input, textarea, [contenteditable]')
      .evaluateAll((fields) =>
        fields.map((field) => ('value' in field ? String(field.value) : (field.textContent ?? ''))),
      );
    const formText = fieldTexts.join('\n');
    expect(others.length).toBeGreaterThan(0);
    expect(formText).toContain(removed(first));
    for (const text of others) expect(formText).not.toContain(removed(text));
    expect(
      await panel
        .getByText(/undo (once|\d+ times)/)
        .first()
        .isVisible(),
    ).toBe(true);
    await panel.close();
    await form.close();
  });

  test('with the keyboard alone the focus follows the rewrite from step to step', async () => {
    const form = await browser.open(local.formUrl);
    const panel = await openPanelAbout(browser, local.formUrl);
    const heading = panel.getByRole('heading', { name: 'Rewrite', exact: true });
    const focused = (element: Locator) => element.evaluate((found) => found === document.activeElement);
    await panel.getByRole('button', { name: 'Rewrite', exact: true }).press('Enter');
    await panel.getByText('Closer to the qualified pool').waitFor();
    expect(await focused(heading)).toBe(true);
    await panel.getByRole('button', { name: /^Apply \d+ change/ }).press('Enter');
    await panel.getByRole('button', { name: 'Done', exact: true }).waitFor();
    expect(await focused(heading)).toBe(true);
    await panel.getByRole('button', { name: 'Done', exact: true }).press('Enter');
    expect(await focused(panel.getByRole('button', { name: 'Rewrite', exact: true }))).toBe(true);
    await panel.close();
    await form.close();
  });

  test('a panel of half its width, as at 200 % zoom, is read without scrolling sideways', async () => {
    const form = await browser.open(local.formUrl);
    const panel = await openPanelAbout(browser, local.formUrl);
    await panel.setViewportSize({ width: 200, height: 450 });
    await panel.getByRole('heading', { name: 'Findings' }).waitFor();
    const { content, shown } = await panel.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      shown: document.documentElement.clientWidth,
    }));
    expect(content).toBeLessThanOrEqual(shown);
    await panel.close();
    await form.close();
  });

  test('a report is saved as a file', async () => {
    const page = await browser.openOwn('dashboard.html#reports');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as HTML' }).click();
    expect((await download).suggestedFilename()).toBe('report.html');
    await page.close();
  });

  test('unpairing in the options shows at once', async () => {
    const page = await browser.openOwn('options.html');
    await page.getByRole('button', { name: 'Unpair' }).click();
    await page.getByText('Not paired', { exact: true }).waitFor();
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
  test.each([
    'welcome.html',
    'popup.html',
    'options.html',
    'sidepanel.html',
    'dashboard.html#overview',
    'dashboard.html#postings',
    'dashboard.html#statements',
    'dashboard.html#reports',
    'dashboard.html#privacy',
  ])('%s', async (path) => {
    const page = await browser.openOwn(path);
    await page.emulateMedia({ colorScheme });
    await page.locator('main').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test('a rewrite under review', async () => {
    const page = await browser.openOwn('dashboard.html#text');
    await page.emulateMedia({ colorScheme });
    await paste(page, posting);
    await page.getByRole('button', { name: 'Rewrite' }).click();
    await page.getByRole('button', { name: 'Reject' }).first().click();
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});

test('no page threw, and nothing left this machine', () => {
  expect(problems).toEqual([]);
  expect(browser.escaped).toEqual([]);
});
