import { describe, expect, it } from 'vitest';
import { findBrowsers, type Machine } from './find-browser.ts';

const machineWith = (paths: string[], rest: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  environment: { PATH: '/usr/bin:/opt/bin' },
  isExecutable: (path) => paths.includes(path),
  ...rest,
});

describe('findBrowsers', () => {
  it('prefers a browser that loads an unpacked extension over branded Chrome', () => {
    const found = findBrowsers(machineWith(['/usr/bin/google-chrome', '/opt/bin/brave-browser']));
    expect(found.map((b) => [b.name, b.loadsUnpackedExtensions])).toEqual([
      ['Brave', true],
      ['Google Chrome', false],
    ]);
  });

  it('takes the browser named in AUTOREFINE_BROWSER first, and ignores a path that is not there', () => {
    const environment = { PATH: '/usr/bin', AUTOREFINE_BROWSER: '/home/x/chrome' };
    const both = machineWith(['/usr/bin/chromium', '/home/x/chrome'], { environment });
    expect(findBrowsers(both).map((b) => b.path)).toEqual(['/home/x/chrome', '/usr/bin/chromium']);
    expect(findBrowsers(machineWith(['/usr/bin/chromium'], { environment })).map((b) => b.path)).toEqual([
      '/usr/bin/chromium',
    ]);
  });

  it('looks where macOS and Windows install', () => {
    const mac = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(
      findBrowsers(machineWith([mac], { platform: 'darwin', environment: { HOME: '/Users/x' } })),
    ).toHaveLength(1);
    expect(
      findBrowsers(
        machineWith([windows], { platform: 'win32', environment: { PROGRAMFILES: 'C:\\Program Files' } }),
      ),
    ).toHaveLength(1);
  });

  it('finds none on a bare machine', () => {
    expect(findBrowsers(machineWith([]))).toEqual([]);
  });
});
