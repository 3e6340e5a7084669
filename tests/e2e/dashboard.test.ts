import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportDataSchema } from '../../shared/protocol/report.ts';
import { axeViolations } from './axe.ts';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { type CompanyService, startSmallCompany } from './company-service.ts';

let browser: ExtensionBrowser;
let company: CompanyService;
const problems: string[] = [];
/** Number of a person that is imported and erased again. */
const person = 'P-1';

beforeAll(async () => {
  company = await startSmallCompany();
  browser = await launchWithExtension();
  browser.context.on('page', (page) => {
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  });
});

afterAll(async () => {
  await browser?.close();
  await company?.close();
});

async function openSection(section: string, heading: string): Promise<Page> {
  const page = await browser.openOwn(`dashboard.html#${section}`);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  return page;
}

const sections = ['candidates', 'training', 'policy', 'statements', 'privacy'] as const;

describe('without the local service', () => {
  test.each(sections)('%s says what it needs', async (section) => {
    const page = await browser.openOwn(`dashboard.html#${section}`);
    await page.getByText('so it needs the local service').waitFor();
    expect(await page.getByText('The local service is not running').isVisible()).toBe(true);
    await page.close();
  });
});

describe('with the local service', () => {
  beforeAll(async () => {
    const page = await browser.openOwn(`welcome.html#code=${company.pairingCode()}&port=${company.port}`);
    await page.getByRole('button', { name: 'Pair', exact: true }).click();
    await page.getByText(/Paired as/).waitFor();
    await page.close();
  });

  test('the overview shows what is there at once, then findings over time with their figures', async () => {
    const page = await openSection('overview', 'What is there');
    const counts = page.getByRole('region', { name: 'What is there' });
    expect(await counts.getByText('840', { exact: true }).isVisible()).toBe(true);
    await page.getByRole('heading', { name: 'Is there a problem?' }).waitFor();
    await page.getByRole('img', { name: /Share of postings with a finding/ }).waitFor();
    await page.getByText('Show as a table').first().click();
    expect(
      await page
        .getByRole('rowheader', { name: /^\d{4}-\d{2}$/ })
        .first()
        .isVisible(),
    ).toBe(true);
    await page.close();
  });

  test('a file of candidates is looked at, tried and imported, without the line that has no text', async () => {
    const page = await openSection('candidates', 'What is there');
    await page.locator('input[accept*=".jsonl"]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Candidate ID,Profile,Skills,Name,Gender\n' +
          `${person},Sold machines to hospitals for six years,CRM,Ada,woman\n` +
          'P-3,,,Bo,man\n' +
          'P-2,Wrote offers for software,negotiation,Cy,man\n',
      ),
    });
    expect(await page.getByLabel('Column for Profile or resume text').inputValue()).toBe('Profile');
    const leftOut = page.getByRole('region', { name: 'Left out' });
    expect(await leftOut.getByText('Name', { exact: true }).isVisible()).toBe(true);
    expect(await leftOut.getByText('Gender', { exact: true }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Try it first' }).click();
    await page.getByText('2 new, 0 changed, 0 as before, 1 line left out.').waitFor();
    await page.getByText('1 line left out', { exact: true }).click();
    expect(await page.getByText(/^Line 3: /).isVisible()).toBe(true);
    expect(await page.getByText('840', { exact: true }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('Imported.').waitFor();
    await page.getByText('842', { exact: true }).waitFor();
    await page.close();
  });

  test('a training run is started, watched, stopped, goes on, and is stopped again', async () => {
    const page = await openSection('training', 'Training runs');
    await page.getByLabel('Most rounds').fill('1000');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Go on from where it stopped' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Go on from where it stopped' }).waitFor();
    await page.close();
  });

  test('a statement is added, changed, removed, and each is undone', async () => {
    const page = await openSection('statements', 'Approved statements');
    const script = await company.pair('Statements');
    const kept = async () => (await script.ask('statements', {})).statements.map(({ text }) => text);
    const before = await kept();
    const [edited = ''] = before;
    await page.getByRole('button', { name: 'Add a statement' }).click();
    await page.getByLabel('Statement', { exact: true }).fill('We pay for training.');
    await page.getByRole('button', { name: 'Add a statement' }).click();
    await page.getByText('The statement is added.').waitFor();
    expect(await kept()).toContain('We pay for training.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('We pay for training.').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: `Edit “${edited}”` }).click();
    await page.getByLabel('Statement', { exact: true }).fill('You choose your hours.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('You choose your hours.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(edited, { exact: true }).waitFor();

    await page.getByRole('button', { name: `Remove “${edited}”` }).click();
    await page.getByText('The statement is removed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(edited, { exact: true }).waitFor();
    expect((await kept()).toSorted()).toEqual(before.toSorted());
    await page.close();
  });

  test('the report is shown in the page and saved as data', async () => {
    const page = await openSection('reports', 'Reports');
    await page.getByRole('button', { name: 'Show the report here' }).click();
    const frame = page.frameLocator('iframe[title="The report"]');
    await frame.getByRole('heading', { level: 1 }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as JSON' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^autorefine-report-\d{4}-\d\d-\d\d\.json$/);
    const report = reportDataSchema.parse(JSON.parse(await readFile(await saved.path(), 'utf8')));
    expect(report.about).toMatchObject({ candidates: 842, postings: 5 });
    await page.close();
  });

  test('settings are changed and undone', async () => {
    const script = await company.pair('Settings');
    const kept = () => script.ask('settings', {});
    const before = await kept();
    const page = await openSection('privacy', 'Company settings');
    const nightly = page.getByRole('switch', { name: 'Train every night' });
    await nightly.click();
    await page.getByText('The setting is changed.').waitFor();
    await page.locator('[role=switch][aria-label="Train every night"][aria-checked=true]').waitFor();
    expect((await kept()).nightlyTraining).toEqual({ ...before.nightlyTraining, on: true });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('[role=switch][aria-label="Train every night"][aria-checked=false]').waitFor();

    const hour = page.getByLabel('Starts at');
    await hour.selectOption('23:00');
    await page.getByText('The setting is changed.').waitFor();
    expect((await kept()).nightlyTraining.hour).toBe(23);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The setting is changed.').waitFor({ state: 'detached' });

    await page.getByRole('checkbox', { name: /^California/ }).click();
    await page.getByText('The setting is changed.').waitFor();
    expect((await kept()).jurisdictions).toEqual([...before.jurisdictions, 'US-CA']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The setting is changed.').waitFor({ state: 'detached' });
    expect(await kept()).toEqual(before);
    await page.close();
  });

  test('a backup is made; a person is looked up and erased, in the backup too, after the number is typed', async () => {
    const script = await company.pair('Erasing');
    const page = await openSection('privacy', 'Backups');
    await page.getByRole('button', { name: 'Make a backup' }).click();
    await page.getByRole('rowheader', { name: /\d{4}/ }).first().waitFor();
    expect((await script.ask('backups', {})).backups).toHaveLength(1);

    await page.getByLabel('Number of the person').fill(person);
    await page.getByRole('button', { name: 'Look up' }).click();
    const erase = page.getByRole('button', { name: 'Erase this person' });
    await erase.waitFor();
    expect(await erase.isDisabled()).toBe(true);
    await page.getByLabel(`Type “${person}” to go on:`).fill(person);
    await erase.click();
    await page.getByText('The person is erased.').waitFor();
    await page.getByLabel('Number of the person').fill(person);
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByRole('alert').waitFor();
    expect((await script.ask('pool', {})).candidates).toBe(841);
    await page.close();
  });

  test('the audit log is read on as it is scrolled', async () => {
    const page = await openSection('privacy', 'Audit log');
    const log = page.getByRole('region', { name: 'Entries of the log' });
    const rows = log.getByRole('table');
    await rows.waitFor();
    expect(await rows.getAttribute('aria-rowcount')).toBe('201');
    await log.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.locator('table.audit-table[aria-rowcount="401"]').waitFor();
    await page.close();
  });

  test('another browser is disconnected', async () => {
    const script = await company.pair('A script');
    const page = await openSection('privacy', 'Who is paired');
    await page.getByRole('button', { name: /^Disconnect A script/ }).click();
    await page.getByRole('rowheader', { name: 'A script' }).waitFor({ state: 'detached' });
    await expect(script.ask('pool', {})).rejects.toMatchObject({ failure: 'unpaired' });
    await page.close();
  });

  describe('with finished runs', () => {
    beforeAll(() => company.playFinishedRuns());

    test('two runs stand side by side', async () => {
      const page = await openSection('training', 'Training runs');
      const boxes = page.getByRole('checkbox', { name: /^Compare the run of/ });
      await boxes.nth(-1).check();
      await boxes.nth(-2).check();
      await page.getByRole('heading', { name: 'Two runs side by side' }).waitFor();
      await page.getByRole('rowheader', { name: 'Excess gap, gender' }).waitFor();
      await page.close();
    });

    test('the policy is told in plain words, rolled back, and put in use again', async () => {
      const page = await openSection('policy', 'In use now');
      expect(await page.getByText('prefers “lead” over “dominate”').first().isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Go back to the version before' }).click();
      await page.getByText('No trained policy is in use.').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Rewrites come from the version marked below.').waitFor();
      await page.close();
    });
  });

  describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (colorScheme) => {
    test.each([
      ['overview', 'Is there a problem?'],
      ['candidates', 'Imports so far'],
      ['training', 'Result on people and postings it never saw'],
      ['policy', 'What it prefers'],
      ['statements', 'Approved statements'],
      ['privacy', 'Audit log'],
    ])('%s', async (section, heading) => {
      const page = await openSection(section, heading);
      // Drawn anew in these colours: those of a page that has just changed over would be read half-way.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.reload();
      await page.getByRole('heading', { name: heading }).first().waitFor();
      for (const table of await page.getByText('Show as a table').all()) await table.click();
      expect(await axeViolations(page)).toEqual([]);
      await page.close();
    });
  });
});

test('no page threw, and nothing left this machine', () => {
  expect(problems).toEqual([]);
  expect(browser.escaped).toEqual([]);
});
