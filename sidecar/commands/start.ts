import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { findBrowsers } from '../browser/find-browser.ts';
import { type Sidecar, startSidecar } from '../main.ts';
import { buildExtension, extensionDirectory } from '../start/extension-build.ts';
import { openBrowser } from '../start/open-browser.ts';
import { readOptions, servicePortOption } from './common-options.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { untilAborted } from './until-aborted.ts';

const ownOptions = {
  port: z.number(),
  empty: z.boolean().default(false),
  browser: z.boolean().default(true),
  headless: z.boolean().default(false),
};

/** `autorefine start` and `npm start`: the service with the sample company, the extension, and a browser on the sample form. */
export const registerStart: RegisterCommand = (program, context) => {
  program
    .command('start')
    .description(
      'run the service and open a browser with the extension on a sample posting form, until Ctrl-C',
    )
    .addOption(servicePortOption())
    .option('--empty', 'without the synthetic sample company')
    .option('--no-browser', 'only tell how to load the extension')
    .option('--headless', 'open the browser without a window')
    .action((_options: unknown, command: Command) => runStart(command, context));
};

async function runStart(command: Command, context: CommandContext): Promise<void> {
  const { data, seed, port, empty, browser, headless } = readOptions(command, ownOptions);
  const { stdout, signal } = context;
  // The build and the sidecar do not need each other: the page is ready sooner when both begin at once.
  const building = browser ? buildExtension(signal) : Promise.resolve(false);
  stdout.write(empty ? 'Starting …\n' : 'Starting with the synthetic sample company …\n');
  const sidecar = await startSidecar({ dataDirectory: data, seed, port, sample: !empty });
  try {
    stdout.write(`AutoRefine is running at ${sidecar.url} (data: ${data}).\n`);
    if (browser) stdout.write('Getting the extension ready; the first time takes a minute …\n');
    await building;
    showForm(sidecar, { data, browser, headless }, context);
    stdout.write('Press Ctrl-C to stop.\n');
    await untilAborted(signal);
    stdout.write('Stopping …\n');
  } finally {
    await sidecar.close();
  }
}

/** Opens the browser on the sample form, or tells how to load the extension by hand. */
function showForm(
  sidecar: Sidecar,
  wish: { readonly data: string; readonly browser: boolean; readonly headless: boolean },
  { stdout, stderr, signal }: CommandContext,
): void {
  const code = sidecar.pairingCode();
  const tellHowToLoad = (why: string) =>
    stdout.write(
      [
        why,
        '  1. Open chrome://extensions and switch on Developer mode.',
        `  2. Load unpacked: ${extensionDirectory}`,
        `  3. Open ${sidecar.url}/start#code=${code} and pair; then try ${sidecar.url}/sample.`,
        '',
      ].join('\n'),
    );
  if (!wish.browser) {
    tellHowToLoad('No browser was opened (--no-browser). To use the extension:');
    return;
  }
  const found = findBrowsers().find(({ loadsUnpackedExtensions }) => loadsUnpackedExtensions);
  const none =
    'No browser was found that loads an extension from the command line (Chromium, Chrome for Testing, Edge or Brave). By hand:';
  if (found === undefined) {
    tellHowToLoad(none);
    return;
  }
  const pages = [`${sidecar.url}/start#code=${code}&port=${sidecar.port}`, `${sidecar.url}/sample`];
  const child = openBrowser({
    browser: found,
    extension: extensionDirectory,
    profile: join(wish.data, 'browser-profile'),
    // Headless Chromium opens one page only.
    urls: wish.headless ? pages.slice(0, 1) : pages,
    isRoot: process.getuid?.() === 0,
    headless: wish.headless,
  });
  child.on('error', (error) => {
    stderr.write(`${found.name} did not start: ${error.message}\n`);
    tellHowToLoad('To use the extension by hand:');
  });
  signal.addEventListener('abort', () => child.kill());
  stdout.write(`Opened the sample posting form in ${found.name}. Pairing code: ${code}\n`);
}
