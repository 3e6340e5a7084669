/**
 * Takes the pictures in docs/screenshots from the built extension, with a posting form and the real service:
 * `node --import tsx scripts/take-screenshots.ts [BEGINNING]`, only those whose name begins so where one is given.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildExtension } from '../sidecar/start/extension-build.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tests/e2e/browser.ts';
import { type CompanyService, startCompanyService } from '../tests/e2e/company-service.ts';
import { startPagesService } from '../tests/e2e/pages-service.ts';

const folder = new URL('../docs/screenshots/', import.meta.url);
const panelSize = { width: 400, height: 900 };
const pageSize = { width: 1100, height: 760 };
const posting =
  '<h2>Sales ninja</h2><p>We want a <b>young</b>, energetic salesman for our sales team in Denver.</p>' +
  '<p>You are a native English speaker with at least 10 years of experience.</p>';

/** The service that a picture is taken with, and the address of a posting form where one is shown. */
interface LocalService {
  readonly port: number;
  pairingCode(): string;
  readonly formUrl?: string;
}

/** One picture: the page it opens, and what is done there first. */
interface Shot {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly open: (browser: ExtensionBrowser, local: LocalService) => Promise<Page>;
  readonly prepare?: (page: Page) => Promise<void>;
}

const own = (path: string) => (browser: ExtensionBrowser) => browser.openOwn(path);

/** A page of the extension about a tab that shows the posting form. */
const aboutForm = (path: string) => async (browser: ExtensionBrowser, local: LocalService) => {
  const form = await browser.open(local.formUrl ?? 'about:blank');
  const worker = await browser.worker();
  const tabId = await worker.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
    form.url(),
  );
  const page = await browser.openOwn(`${path}#tab=${tabId}`);
  await page
    .getByText(/\d (findings|marks)/)
    .first()
    .waitFor();
  return page;
};

async function rewrite(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Rewrite' }).click();
  await page.getByRole('button', { name: /^Apply/ }).waitFor();
  await page.getByText('Measuring').waitFor({ state: 'hidden' });
}

async function pastePosting(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Your posting' }).evaluate((box, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    (box as HTMLElement).focus();
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, posting);
  await page.getByRole('heading', { name: 'Findings' }).waitFor();
}

async function scan(page: Page): Promise<void> {
  const texts = ['We want a young salesman.', 'You care for patients.', 'Our ninja team is growing.'];
  const rows = Array.from({ length: 60 }, (_, i) => `Posting ${i + 1},${texts[i % texts.length]}`);
  const buffer = Buffer.from(`Title,Text\n${rows.join('\n')}`);
  await page
    .locator('input[accept*=".csv"]')
    .setInputFiles({ name: 'past.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: /^Check \d/ }).click();
  await page.getByText('60 postings checked.').waitFor();
}

const shots: readonly Shot[] = [
  { name: 'panel', size: panelSize, open: aboutForm('sidepanel.html') },
  { name: 'panel-rewrite', size: panelSize, open: aboutForm('sidepanel.html'), prepare: rewrite },
  { name: 'popup', size: { width: 320, height: 320 }, open: aboutForm('popup.html') },
  { name: 'welcome', size: pageSize, open: own('welcome.html') },
  { name: 'options', size: pageSize, open: own('options.html') },
  { name: 'dashboard-text', size: pageSize, open: own('dashboard.html#text'), prepare: pastePosting },
  { name: 'dashboard-postings', size: pageSize, open: own('dashboard.html#postings'), prepare: scan },
];

const people =
  'Candidate ID,Profile,Job,Skills,Name\nP-1,Sold machines to hospitals for six years,Sales Representative,CRM,Ada\n';
const whole = { width: 1100, height: 1000 };
const waitFor = (name: string) => async (page: Page) => {
  await page.getByRole('heading', { name }).first().waitFor();
};

/** Pages of the dashboard, taken with the synthetic sample company and its measured figures; training runs are invented and say so. */
const companyShots: readonly Shot[] = [
  {
    name: 'dashboard-overview',
    size: { width: 1100, height: 2960 },
    open: own('dashboard.html#overview'),
    prepare: async (page) => {
      await page.getByRole('img', { name: /Share of postings/ }).waitFor();
    },
  },
  {
    name: 'dashboard-candidates',
    size: whole,
    open: own('dashboard.html#candidates'),
    prepare: async (page) => {
      await page
        .locator('input[accept*=".jsonl"]')
        .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(people) });
      await page.getByRole('button', { name: 'Try it first' }).waitFor();
    },
  },
  {
    name: 'dashboard-training',
    size: { width: 1100, height: 2130 },
    open: own('dashboard.html#training'),
    prepare: async (page) => {
      await page.getByRole('img', { name: /Rewrites measured/ }).waitFor();
    },
  },
  {
    name: 'dashboard-policy',
    size: pageSize,
    open: own('dashboard.html#policy'),
    prepare: waitFor('What it prefers'),
  },
  {
    name: 'dashboard-statements',
    size: pageSize,
    open: own('dashboard.html#statements'),
    prepare: waitFor('Approved statements'),
  },
  {
    name: 'dashboard-reports',
    size: whole,
    open: own('dashboard.html#reports'),
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Show the report here' }).click();
      await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'dashboard-privacy',
    size: { width: 1100, height: 2620 },
    open: own('dashboard.html#privacy'),
    prepare: async (page) => {
      await page.getByRole('checkbox', { name: /^California/ }).waitFor();
      await page.getByRole('region', { name: 'Entries of the log' }).waitFor();
    },
  },
];

const [beginning = ''] = process.argv.slice(2);
const wanted = ({ name }: Shot) => name.startsWith(beginning);

async function pair(browser: ExtensionBrowser, local: LocalService): Promise<void> {
  const page = await browser.openOwn(`welcome.html#code=${local.pairingCode()}&port=${local.port}`);
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText(/Paired as/).waitFor();
  await page.close();
}

/** The sample company is made and measured first; this takes a minute or two. */
async function untilMeasured(company: CompanyService): Promise<void> {
  const script = await company.pair('A script');
  while ((await script.ask('pool', {})).candidates === 0) await setTimeout(1000);
  await script.waitFor('report', { format: 'json' });
}

async function take(
  local: LocalService,
  pictures: readonly Shot[],
  colorScheme: 'light' | 'dark',
): Promise<void> {
  const browser = await launchWithExtension({ colorScheme });
  try {
    await pair(browser, local);
    for (const { name, size, open, prepare } of pictures.filter(wanted)) {
      const page = await open(browser, local);
      await page.setViewportSize(size);
      await prepare?.(page);
      await page
        .getByText(/Connected|Paired as/)
        .first()
        .waitFor();
      await page.screenshot({ path: fileURLToPath(new URL(`${name}-${colorScheme}.png`, folder)) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

await mkdir(folder, { recursive: true });
await buildExtension();
const pages = await startPagesService();
const local = { ...pages, pairingCode: () => pages.service.pairing.current() };
const dataDirectory = await mkdtemp(join(tmpdir(), 'autorefine-'));
const company = await startCompanyService({ dataDirectory, port: 0, sample: true });
try {
  if (companyShots.some(wanted)) await untilMeasured(company);
  company.playFinishedRuns();
  for (const colorScheme of ['light', 'dark'] as const) {
    await take(local, shots, colorScheme);
    await take(company, companyShots, colorScheme);
  }
} finally {
  await company.close();
  await pages.close();
  await rm(dataDirectory, { recursive: true });
}
