import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCard } from '../editors/card-probe.ts';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { pairOnWelcomePage } from './open-pages.ts';
import { type PagesService, startPagesService } from './pages-service.ts';

let browser: ExtensionBrowser;
let local: PagesService;

beforeAll(async () => {
  local = await startPagesService();
  browser = await launchWithExtension();
});
afterAll(async () => {
  await browser?.close();
  await local?.close();
});

const kept = async () =>
  (await browser.worker()).evaluate(async () => {
    const stored = await chrome.storage.local.get('wrong-verdicts');
    return (stored['wrong-verdicts'] ?? []) as { ruleId: string; category: string; words: number[] }[];
  });

test('“Wrong?” on a card is kept without text, told to the paired service, and deleted with undo in the options', async () => {
  await pairOnWelcomePage(browser, local.service.pairing.current(), local.port);
  const form = await browser.open(local.formUrl);
  await form.waitForFunction(() => CSS.highlights.size > 0);
  await browser.command('open-card');
  const focused = async () => (await readCard(form)).focused;
  await expect.poll(focused, { timeout: 5_000 }).toBeDefined();
  const wrong = 'Say that this mark is wrong';
  const { buttons, name } = await readCard(form);
  expect(buttons).toContain(wrong);
  for (let press = 0; press < buttons.length && (await focused()) !== wrong; press += 1)
    await form.keyboard.press('Tab');
  await form.keyboard.press('Enter');

  await expect.poll(async () => (await kept()).length, { timeout: 5_000 }).toBe(1);
  const [verdict] = await kept();
  expect(verdict?.words.length).toBeGreaterThan(0);
  const word = name?.match(/“(.+)”/)?.[1] ?? 'no name';
  expect(JSON.stringify({ ...verdict, ruleId: '' })).not.toContain(word);
  const told = () => local.service.store.decisions.all().filter(({ decision }) => decision === 'wrong');
  await expect.poll(() => told().map(({ ruleId }) => ruleId), { timeout: 5_000 }).toEqual([verdict?.ruleId]);

  const options = await browser.openOwn('options.html');
  await options.getByRole('button', { name: `Delete what you said of “${verdict?.ruleId}”` }).click();
  await options.getByText('You have not called a mark wrong.').waitFor();
  expect(await kept()).toEqual([]);
  await options.locator('#wrong').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(kept).toEqual([verdict]);
  const download = options.waitForEvent('download');
  await options.locator('#wrong').getByRole('button', { name: 'Export' }).click();
  expect((await download).suggestedFilename()).toBe('autorefine-wrong-marks.json');
});
