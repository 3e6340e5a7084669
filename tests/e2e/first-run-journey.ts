import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright-core';
import { healthSchema } from '../../shared/protocol/sidecar.ts';
import { type Sidecar, startSidecar } from '../../sidecar/main.ts';
import { type ExtensionBrowser, launchWithExtension } from './browser.ts';
import { openPanelAbout } from './open-pages.ts';

/** What a newcomer does on the first day, from the start page to the exported report, with nothing replaced. */
export interface FirstRun {
  readonly browser: ExtensionBrowser;
  readonly sidecar: Sidecar;
  /** The start page turns into the pairing page with the code filled in; one click pairs. */
  pair(): Promise<Page>;
  /** The sample posting form. */
  openForm(): Promise<Page>;
  /** The side panel, in a tab of its own, about the form. */
  openPanel(form: Page): Promise<Page>;
  exportReport(panel: Page, format: 'HTML' | 'CSV' | 'PDF'): Promise<Download>;
  close(): Promise<void>;
}

export interface FirstRunOptions {
  readonly colorScheme?: 'light' | 'dark';
}

export async function startFirstRun(options: FirstRunOptions = {}): Promise<FirstRun> {
  const directory = await mkdtemp(join(tmpdir(), 'autorefine-first-run-'));
  const sidecar = await startSidecar({ dataDirectory: directory, sample: true, port: 0 });
  await sampleIsThere(sidecar.url);
  const browser = await launchWithExtension({
    viewport: { width: 1200, height: 900 },
    ...options,
  });
  return {
    browser,
    sidecar,
    pair: async () => {
      const page = await browser.open(`${sidecar.url}/start#code=${sidecar.pairingCode()}`);
      await page.getByRole('button', { name: 'Pair', exact: true }).click();
      await page.getByText(/Paired as/).waitFor();
      return page;
    },
    openForm: () => browser.open(`${sidecar.url}/sample`),
    openPanel: async (form) => {
      const panel = await openPanelAbout(browser, form.url());
      await panel.setViewportSize({ width: 400, height: 900 });
      await panel.getByRole('heading', { name: 'Findings' }).waitFor();
      return panel;
    },
    exportReport: async (panel, format) => {
      const download = panel.waitForEvent('download');
      await panel.getByRole('button', { name: `Export as ${format}` }).click();
      return download;
    },
    close: async () => {
      await browser.close();
      await sidecar.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The sample company is written in the background; the service answers meanwhile. */
async function sampleIsThere(url: string): Promise<void> {
  for (;;) {
    const health = healthSchema.parse(await (await fetch(`${url}/v1/health`)).json());
    if (health.candidates > 0) return;
  }
}
