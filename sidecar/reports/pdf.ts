import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from '../browser/find-browser.ts';

const run = promisify(execFile);
/** A browser that does not answer in this time will not. */
const patience = 60_000;

/** No Chromium-family browser prints the report here; the HTML form says the same. */
export class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError';
}

/**
 * Prints the HTML report as a tagged PDF by a Chromium-family browser without a window or network.
 * The browser's clock and random identifier are taken out of the file, so that two runs give the same bytes.
 * @throws NoBrowserError when there is no browser or it does not print, saying what to do.
 */
export async function printPdf(
  html: string,
  madeOn: string,
  browser: Browser | undefined,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (browser === undefined) {
    throw new NoBrowserError(
      'A PDF is printed by a Chromium-family browser, and none was found. Install Chromium, Chrome, Edge or Brave, or name one in AUTOREFINE_BROWSER.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'autorefine-report-'));
  try {
    const page = join(folder, 'report.html');
    const pdf = join(folder, 'report.pdf');
    await writeFile(page, html, { mode: 0o600 });
    await run(browser.path, printArguments(folder, page, pdf), {
      timeout: patience,
      ...(signal && { signal }),
    });
    return withoutClock(await readFile(pdf), madeOn);
  } catch (error) {
    signal?.throwIfAborted();
    throw new NoBrowserError(`${browser.name} (${browser.path}) did not print the report: ${reason(error)}`, {
      cause: error,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function printArguments(folder: string, page: string, pdf: string): string[] {
  return [
    '--headless=new',
    '--disable-gpu',
    '--no-first-run',
    '--disable-extensions',
    '--disable-background-networking',
    `--user-data-dir=${join(folder, 'profile')}`,
    // Chromium refuses its sandbox to the superuser; the page is our own and loads nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ];
}

/** Sets both dates to the report's own day, in place: every offset of the file stays. */
function withoutClock(pdf: Buffer, madeOn: string): Uint8Array {
  const day = madeOn.replaceAll('-', '');
  const text = pdf
    .toString('latin1')
    .replaceAll(/\/(CreationDate|ModDate) \(D:\d{14}/g, (_, name: string) => `/${name} (D:${day}000000`);
  return Buffer.from(text, 'latin1');
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}
