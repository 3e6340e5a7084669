import type { Page } from 'playwright-core';
import type { StoredRulePack } from '../sidecar/storage/rule-packs.ts';
import type { ExtensionBrowser } from '../tests/e2e/browser.ts';

const panelSize = { width: 400, height: 900 };
const pageSize = { width: 1100, height: 760 };
const posting =
  '<h2>Sales ninja</h2><p>We want a <b>young</b>, energetic salesman for our sales team in Denver.</p>' +
  '<p>You are a native English speaker with at least 10 years of experience.</p>';

/** The service that a picture is taken with, and the address of a posting form where one is shown. */
export interface LocalService {
  readonly port: number;
  pairingCode(): string;
  readonly formUrl?: string;
  offerModels?(names: readonly string[]): void;
}

/** One picture: the page it opens, and what is done there first. */
export interface Shot {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly open: (browser: ExtensionBrowser, local: LocalService) => Promise<Page>;
  readonly prepare?: (page: Page) => Promise<void>;
  /** Language models that the service offers meanwhile; none where absent. */
  readonly models?: readonly string[];
}

/** What a company adds by a rule pack: its own pages among the sites. */
export const companyPack: StoredRulePack = {
  name: 'Northwind Freight',
  sites: [
    {
      name: 'Careers pages of Northwind Freight',
      host: 'careers.northwind.example',
      paths: ['/postings/new'],
      editor: 'textarea',
      confidence: 'high',
      evidence: 'Made by the company itself.',
    },
  ],
};
const offeredModels = ['smollm2:135m'];

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

async function chooseModel(page: Page): Promise<void> {
  await page.getByLabel('Suggestions from').selectOption('both');
  await page.getByLabel('The model rewrites').selectOption('paragraph');
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

/** Pages of the extension, taken with a posting form and curated rewrites. */
export const shots: readonly Shot[] = [
  { name: 'panel', size: panelSize, open: aboutForm('sidepanel.html') },
  { name: 'panel-rewrite', size: panelSize, open: aboutForm('sidepanel.html'), prepare: rewrite },
  {
    name: 'panel-model',
    size: panelSize,
    models: offeredModels,
    open: aboutForm('sidepanel.html'),
    prepare: chooseModel,
  },
  { name: 'popup', size: { width: 320, height: 320 }, open: aboutForm('popup.html') },
  { name: 'welcome', size: pageSize, open: own('welcome.html') },
  { name: 'options', size: pageSize, open: own('options.html') },
  {
    name: 'options-company',
    size: { width: 1100, height: 2380 },
    models: offeredModels,
    open: own('options.html'),
    prepare: async (page) => {
      await page.getByText('careers.northwind.example').first().waitFor();
      await page.getByLabel('Language model').waitFor();
    },
  },
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
export const companyShots: readonly Shot[] = [
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
