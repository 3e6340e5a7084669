import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import envPaths from 'env-paths';
import { findBrowsers } from './browser/find-browser.ts';
import { type Sidecar, startSidecar } from './main.ts';
import { buildExtension, extensionDirectory } from './start/extension-build.ts';
import { openBrowser } from './start/open-browser.ts';

/**
 * `npm start`: the sidecar with the sample company, the built extension, and a browser on the sample posting form.
 * Ctrl-C ends all of it.
 */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    empty: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
    headless: { type: 'boolean', default: false },
  },
});

const dataDirectory = options.data ?? envPaths('autorefine', { suffix: '' }).data;
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

async function start(): Promise<void> {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  // The build and the sidecar do not need each other: the page is ready sooner when both begin at once.
  const building = options['no-browser'] ? Promise.resolve(false) : buildExtension(stop.signal);
  const sidecar = await startSidecar({
    dataDirectory,
    sample: !options.empty,
    signal: stop.signal,
    ...(options.port === undefined ? {} : { port: Number(options.port) }),
  });
  try {
    console.log(`AutoRefine is running at ${sidecar.url} (data: ${dataDirectory}).`);
    await building;
    showForm(sidecar);
    console.log('Press Ctrl-C to stop.');
    await untilAborted(stop.signal);
    console.log('Stopping …');
  } finally {
    await sidecar.close();
  }
}

/** Opens the browser on the sample form, or tells how to load the extension by hand. */
function showForm(sidecar: Sidecar): void {
  const code = sidecar.pairingCode();
  const browser = options['no-browser']
    ? undefined
    : findBrowsers().find((found) => found.loadsUnpackedExtensions);
  if (browser === undefined) {
    tellHowToLoad(sidecar.url, code);
    return;
  }
  const pages = [`${sidecar.url}/start#code=${code}&port=${sidecar.port}`, `${sidecar.url}/sample`];
  const child = openBrowser({
    browser,
    extension: extensionDirectory,
    profile: join(dataDirectory, 'browser-profile'),
    // Headless Chromium opens one page only.
    urls: options.headless ? pages.slice(0, 1) : pages,
    isRoot: process.getuid?.() === 0,
    headless: options.headless,
  });
  child.on('error', (error) => {
    console.error(`${browser.name} did not start: ${error.message}`);
    tellHowToLoad(sidecar.url, code);
  });
  stop.signal.addEventListener('abort', () => child.kill());
  console.log(`Opened the sample posting form in ${browser.name}. Pairing code: ${code}`);
}

function tellHowToLoad(url: string, code: string): void {
  console.log(
    [
      options['no-browser']
        ? 'No browser was opened (--no-browser). To use the extension:'
        : 'No browser was found that loads an extension from the command line (Chromium, Chrome for Testing, Edge or Brave). By hand:',
      '  1. Open chrome://extensions and switch on Developer mode.',
      `  2. Load unpacked: ${extensionDirectory}`,
      `  3. Open ${url}/start#code=${code} and pair; then try ${url}/sample.`,
    ].join('\n'),
  );
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

try {
  await start();
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
