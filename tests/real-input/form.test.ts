import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplyResult, FieldState, FrameCommand } from '../../extension/messages.ts';
import { createDetector } from '../../shared/detection/detector.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { curatedRewrite } from '../../shared/edits/curated-rewrite.ts';
import { type Sidecar, startSidecar } from '../../sidecar/main.ts';
import { type ExtensionBrowser, launchWithExtension } from '../e2e/browser.ts';
import { hasDevelopmentData, realPostings } from './development-data.ts';

const detector = createDetector();

/** Five real postings that have something to mend, line ends as a form keeps them. */
function postingsToMend(): string[] {
  return realPostings(600)
    .map(({ text }) => text.replace(/\r\n?/g, '\n'))
    .filter((text) => curatedRewrite(text, detector.check(text).findings).edits.length > 0)
    .slice(0, 5);
}

describe.skipIf(!hasDevelopmentData)('real postings in a real form', () => {
  let data: string;
  let sidecar: Sidecar;
  let browser: ExtensionBrowser;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'real-form-'));
    sidecar = await startSidecar({ dataDirectory: data, port: 0 });
    browser = await launchWithExtension();
  });
  afterAll(async () => {
    await browser?.close();
    await sidecar?.close();
    rmSync(data, { recursive: true, force: true });
  });

  /** Sends a command to the form's frame as the worker does. */
  const send = async <T>(page: Page, command: FrameCommand): Promise<T> =>
    (await browser.worker()).evaluate(
      async ({ command, url }) => {
        const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url && one.active);
        return chrome.tabs.sendMessage(tab?.id ?? -1, command, { frameId: 0 });
      },
      { command, url: page.url() },
    );

  /** The field as the extension sees it, once it has seen this text. */
  async function fieldHolding(page: Page, text: string): Promise<FieldState> {
    let found: FieldState | undefined;
    await expect
      .poll(
        async () => {
          const fields = await send<FieldState[]>(page, { type: 'command/report-fields' }).catch(() => []);
          found = fields?.find((field) => field.text === text);
          return found !== undefined;
        },
        { timeout: 30_000, interval: 100 },
      )
      .toBe(true);
    if (found === undefined) throw new Error('The field was not found.');
    return found;
  }

  it('applies every edit, and the site receives exactly the accepted text', async () => {
    const postings = postingsToMend();
    expect(postings).toHaveLength(5);
    for (const text of postings) {
      const page = await browser.open(`${sidecar.url}/sample`);
      await page.locator('#requirements').fill(text);
      const field = await fieldHolding(page, text);
      const { edits } = curatedRewrite(text, field.check.findings);
      const { fieldId, revision } = field;
      const result = await send<ApplyResult>(page, { type: 'command/apply', fieldId, revision, edits });
      expect(result.notApplied).toEqual([]);
      expect(result.applied).toHaveLength(edits.length);

      await page.getByRole('button', { name: 'Submit posting' }).click();
      const submitted = await page.locator('#submitted-requirements').textContent();
      expect(submitted?.replace(/\r\n/g, '\n')).toBe(applyEdits(text, edits));
      await page.close();
    }
  });
});
