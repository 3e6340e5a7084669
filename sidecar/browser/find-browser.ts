import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium-family browser on this machine. */
export interface Browser {
  readonly name: string;
  readonly path: string;
  /** Branded Chrome ignores `--load-extension` since version 137; the others still accept it. */
  readonly loadsUnpackedExtensions: boolean;
}

interface KnownBrowser {
  readonly name: string;
  readonly commands: readonly string[];
  readonly macOS: readonly string[];
  readonly windows: readonly string[];
  readonly loadsUnpackedExtensions: boolean;
}

/** In the order they are preferred: first those that load an unpacked extension from the command line. */
const knownBrowsers: readonly KnownBrowser[] = [
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    macOS: ['Chromium.app/Contents/MacOS/Chromium'],
    windows: ['Chromium\\Application\\chrome.exe'],
    loadsUnpackedExtensions: true,
  },
  {
    name: 'Chrome for Testing',
    commands: ['chrome-for-testing'],
    macOS: ['Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
    windows: ['Google\\Chrome for Testing\\Application\\chrome.exe'],
    loadsUnpackedExtensions: true,
  },
  {
    name: 'Microsoft Edge',
    commands: ['microsoft-edge', 'microsoft-edge-stable'],
    macOS: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    windows: ['Microsoft\\Edge\\Application\\msedge.exe'],
    loadsUnpackedExtensions: true,
  },
  {
    name: 'Brave',
    commands: ['brave', 'brave-browser'],
    macOS: ['Brave Browser.app/Contents/MacOS/Brave Browser'],
    windows: ['BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
    loadsUnpackedExtensions: true,
  },
  {
    name: 'Google Chrome',
    commands: ['google-chrome', 'google-chrome-stable', 'chrome'],
    macOS: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
    windows: ['Google\\Chrome\\Application\\chrome.exe'],
    loadsUnpackedExtensions: false,
  },
];

/** What the search reads of the machine; tests pass their own. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly isExecutable: (path: string) => boolean;
}

const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/**
 * All Chromium-family browsers found, best first. `AUTOREFINE_BROWSER` names one by path and comes before the rest.
 */
export function findBrowsers(machine: Machine = thisMachine): Browser[] {
  const chosen = machine.environment.AUTOREFINE_BROWSER;
  const own: Browser[] =
    chosen && machine.isExecutable(chosen)
      ? [{ name: chosen, path: chosen, loadsUnpackedExtensions: true }]
      : [];
  const found = knownBrowsers.flatMap((known) => {
    const path = candidatePaths(known, machine).find(machine.isExecutable);
    return path === undefined
      ? []
      : [{ name: known.name, path, loadsUnpackedExtensions: known.loadsUnpackedExtensions }];
  });
  return [...own, ...found];
}

function candidatePaths(known: KnownBrowser, machine: Machine): string[] {
  const { environment } = machine;
  switch (machine.platform) {
    case 'darwin':
      return ['/Applications', join(environment.HOME ?? '', 'Applications')].flatMap((folder) =>
        known.macOS.map((path) => join(folder, path)),
      );
    case 'win32':
      return [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => known.windows.map((path) => `${folder}\\${path}`));
    default:
      return (environment.PATH ?? '')
        .split(delimiter)
        .filter((folder) => folder.length > 0)
        .flatMap((folder) => known.commands.map((command) => join(folder, command)));
  }
}
