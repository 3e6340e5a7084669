import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { extensionDirectory } from '../../sidecar/start/extension-build.ts';

/** The origin that the manifest's fixed key gives. */
export const extensionId = 'gnmhicgcoeenjpcholknalofobpcpoan';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** The folder of its profile. */
  readonly profile: string;
  /** The extension's service worker, started again if Chrome stopped it. */
  worker(): Promise<Worker>;
  /** A new tab on an address. */
  open(url: string): Promise<Page>;
  /** A new tab on a page of the extension, such as `options.html`. */
  openOwn(path: string): Promise<Page>;
  /** Runs a keyboard command of the manifest on the tab that is active; headless Chrome has no such keys. */
  command(name: 'open-card' | 'next-mark' | 'previous-mark'): Promise<void>;
  /** Requests that tried to leave this machine; a test expects none. */
  readonly escaped: readonly string[];
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly deviceScaleFactor?: number;
  readonly viewport?: { width: number; height: number };
  /** Whether the page opens that greets a new user; it is closed again. */
  readonly welcome?: boolean;
  /** More switches of Chromium. */
  readonly args?: readonly string[];
  /** Gives the program to start in place of Chromium's; `folder` is this browser's own. */
  readonly startedBy?: (executable: string, folder: string) => Promise<string>;
}

/**
 * Starts a Chromium of its own, with a fresh profile and the built extension. Nothing may leave this machine: any other
 * request is stopped and noted.
 * @throws Error that says how to get a Chromium when there is none.
 */
export async function launchWithExtension(options: BrowserOptions = {}): Promise<ExtensionBrowser> {
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No Chromium found. Install Debian’s chromium, or set CHROMIUM_PATH to a Chromium-family browser.',
    );
  }
  const folder = await mkdtemp(join(tmpdir(), 'autorefine-browser-'));
  const profile = join(folder, 'profile');
  // A copy, so that a build while the test runs takes nothing away from under it.
  const extension = join(folder, 'extension');
  await cp(extensionDirectory, extension, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: (await options.startedBy?.(executablePath, folder)) ?? executablePath,
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: options.viewport ?? { width: 1100, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    ...(options.deviceScaleFactor ? { deviceScaleFactor: options.deviceScaleFactor } : {}),
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(options.args ?? []),
    ],
  });
  const escaped: string[] = [];
  await context.route(
    (url) => (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '127.0.0.1',
    (route) => {
      escaped.push(route.request().url());
      return route.abort();
    },
  );
  const isOurs = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
  const worker = async () =>
    context.serviceWorkers().find(isOurs) ?? context.waitForEvent('serviceworker', { predicate: isOurs });
  const open = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  };
  // Under tsx, functions keep their names by a helper that the worker lacks.
  await (await worker()).evaluate('globalThis.__name ??= (named) => named');
  if (options.welcome ?? true) await (await worker()).evaluate(closeWelcome);
  return {
    context,
    profile,
    worker,
    open,
    openOwn: (path) => open(`chrome-extension://${extensionId}/${path}`),
    async command(name) {
      await (await worker()).evaluate(async (type) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        if (tab?.id !== undefined) await chrome.tabs.sendMessage(tab.id, { type });
      }, `command/${name}`);
    },
    escaped,
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the worker: waits until the page that greets a new user is there, and closes it. */
async function closeWelcome(): Promise<void> {
  const url = chrome.runtime.getURL('/welcome.html');
  const find = async () =>
    (await chrome.tabs.query({})).find((tab) => tab.url === url && tab.status === 'complete');
  let tab = await find();
  while (!tab) {
    await new Promise<void>((resolve) => {
      const look = () => {
        chrome.tabs.onUpdated.removeListener(look);
        resolve();
      };
      chrome.tabs.onUpdated.addListener(look);
      void find().then((found) => found && look());
    });
    tab = await find();
  }
  if (tab.id !== undefined) await chrome.tabs.remove(tab.id);
}
