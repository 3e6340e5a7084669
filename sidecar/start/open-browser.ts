import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser } from '../browser/find-browser.ts';

export interface OpenBrowserOptions {
  readonly browser: Browser;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** A profile of its own, so that the recruiter's everyday browser is left alone. */
  readonly profile: string;
  readonly urls: readonly string[];
  /** Chromium refuses its sandbox to root. */
  readonly isRoot: boolean;
  /** For machines without a display, and for tests. */
  readonly headless?: boolean;
  readonly extraArguments?: readonly string[];
}

/** The command line that opens the extension in a browser window of its own. */
export function browserArguments(options: OpenBrowserOptions): string[] {
  return [
    `--user-data-dir=${options.profile}`,
    `--load-extension=${options.extension}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    ...(options.isRoot ? ['--no-sandbox'] : []),
    ...(options.headless ? ['--headless=new', '--disable-gpu'] : []),
    ...(options.extraArguments ?? []),
    ...options.urls,
  ];
}

/** Opens the browser; the caller owns the process and ends it. */
export function openBrowser(options: OpenBrowserOptions): ChildProcess {
  return spawn(options.browser.path, browserArguments(options), { stdio: 'ignore' });
}
