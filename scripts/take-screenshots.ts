/**
 * Takes the pictures in docs/screenshots from the built extension, with a posting form and the real service:
 * `node --import tsx scripts/take-screenshots.ts [BEGINNING]`, only those whose name begins so where one is given.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildExtension } from '../sidecar/start/extension-build.ts';
import { type ExtensionBrowser, launchWithExtension } from '../tests/e2e/browser.ts';
import { type CompanyService, startCompanyService } from '../tests/e2e/company-service.ts';
import { startPagesService } from '../tests/e2e/pages-service.ts';
import { companyPack, companyShots, type LocalService, type Shot, shots } from './screenshots.ts';

const schemes = ['light', 'dark'] as const;
const folder = new URL('../docs/screenshots/', import.meta.url);
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
  colorScheme: (typeof schemes)[number],
): Promise<void> {
  const browser = await launchWithExtension({ colorScheme });
  try {
    await pair(browser, local);
    for (const { name, size, open, prepare, models = [] } of pictures.filter(wanted)) {
      local.offerModels?.(models);
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

/** Pages of the dashboard, over the sample company and its service. */
async function takeCompany(): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'autorefine-'));
  const company = await startCompanyService({ dataDirectory, port: 0, sample: true });
  try {
    await untilMeasured(company);
    company.playFinishedRuns();
    for (const colorScheme of schemes) await take(company, companyShots, colorScheme);
  } finally {
    await company.close();
    await rm(dataDirectory, { recursive: true });
  }
}

/** Pages about a posting form, over a service with curated rewrites. */
async function takePages(): Promise<void> {
  const pages = await startPagesService();
  pages.service.store.rulePacks.save(companyPack);
  const local = { ...pages, pairingCode: () => pages.service.pairing.current() };
  try {
    for (const colorScheme of schemes) await take(local, shots, colorScheme);
  } finally {
    await pages.close();
  }
}

await mkdir(folder, { recursive: true });
await buildExtension();
if (shots.some(wanted)) await takePages();
if (companyShots.some(wanted)) await takeCompany();
