import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';

const postings = 100_000;
/** Rows that may stand in the page at once: what fits into the window, and a few on either side. */
const mostRows = 60;
const stops = 200;

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchWithExtension();
});

afterAll(() => browser?.close());

/** Rows without a text are listed and not checked, so that the list is what is measured. */
function manyPostings(): Buffer {
  const rows = Array.from({ length: postings }, (_, i) => `Posting ${i + 1},`);
  return Buffer.from(`Title,Text\n${rows.join('\n')}`);
}

test('100,000 postings scroll with a few dozen rows in the page', async ({ annotate }) => {
  const page = await browser.openOwn('dashboard.html#postings');
  await page
    .locator('input[accept*=".csv"]')
    .setInputFiles({ name: 'past.csv', mimeType: 'text/csv', buffer: manyPostings() });
  await page.getByRole('button', { name: 'Check 100,000 postings' }).click();
  await page.getByText('100,000 postings checked.').waitFor();
  const list = page.getByRole('region', { name: 'Checked postings' });
  const measured = await list.evaluate(async (scroller, steps) => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((entries) => {
      tasks.push(...entries.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: 'longtask' });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let rows = 0;
    for (let step = 1; step <= steps; step++) {
      scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
      await frame();
      await frame();
      rows = Math.max(rows, scroller.querySelectorAll('tbody tr').length);
    }
    observer.disconnect();
    return { rows, longest: Math.max(0, ...tasks), longTasks: tasks.length };
  }, stops);
  await annotate(
    `${measured.longTasks} tasks over 50 ms in ${stops} steps, the longest ${Math.round(measured.longest)} ms`,
  );
  expect(measured.rows).toBeGreaterThan(5);
  expect(measured.rows).toBeLessThanOrEqual(mostRows);
  await list.getByText('Posting 100000', { exact: true }).waitFor();
  expect(await list.getByRole('table').getAttribute('aria-rowcount')).toBe(String(postings + 1));
});
