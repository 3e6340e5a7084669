import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installService, type Machine, removeService, serviceState } from './login-service.ts';

const program = {
  node: '/opt/Node & Co/node',
  program: '/home/ada/100 %/sidecar/autorefine.mjs',
  data: '/home/ada/"data" $HOME',
};

let home: string;
let ran: string[][];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'autorefine-'));
  ran = [];
});
afterEach(() => rmSync(home, { recursive: true }));

const machine = (platform: NodeJS.Platform, status: number | undefined = 0): Machine => ({
  platform,
  home,
  user: 'LARKMOOR\\ada',
  userId: 501,
  run: (command) => {
    ran.push([...command]);
    return { status, output: 'refused by the bus' };
  },
});
const written = (path: string) => readFileSync(join(home, path));
const elements = (xml: string, name: string) => {
  const { window } = new JSDOM(xml, { contentType: 'text/xml' });
  return [...window.document.getElementsByTagName(name)].map((element) => element.textContent);
};

describe('on Linux', () => {
  it('is a systemd user unit that runs exactly this program', () => {
    expect(installService(program, machine('linux'))).toMatchObject({ installed: true, running: true });
    const unit = written('.config/systemd/user/autorefine.service').toString();
    expect(unit).toContain(
      'ExecStart="/opt/Node & Co/node" "/home/ada/100 %%/sidecar/autorefine.mjs" "serve" "--data" "/home/ada/\\"data\\" $$HOME"\n',
    );
    expect(unit).toMatch(/\[Install\]\nWantedBy=default\.target\n$/);
    expect(ran.slice(0, 2)).toEqual([
      ['systemctl', '--user', 'daemon-reload'],
      ['systemctl', '--user', 'enable', '--now', 'autorefine.service'],
    ]);
  });

  it.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
    'is a unit that systemd itself finds nothing wrong with',
    () => {
      installService({ ...program, node: process.execPath }, machine('linux'));
      const unit = join(home, '.config/systemd/user/autorefine.service');
      const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home };
      const verified = spawnSync('systemd-analyze', ['verify', '--user', unit], { encoding: 'utf8', env });
      expect([verified.status, verified.stderr]).toEqual([0, '']);
    },
  );
});

describe('on macOS', () => {
  it('is a launchd agent of the user', () => {
    installService(program, machine('darwin'));
    const path = 'Library/LaunchAgents/org.autorefine.sidecar.plist';
    const strings = elements(written(path).toString(), 'string');
    expect(strings).toEqual([
      'org.autorefine.sidecar',
      program.node,
      program.program,
      'serve',
      '--data',
      program.data,
    ]);
    expect(ran[0]).toEqual(['launchctl', 'bootstrap', 'gui/501', join(home, path)]);
  });
});

describe('on Windows', () => {
  it('is a task at logon, in UTF-16, with arguments as Windows splits them', () => {
    installService({ ...program, data: 'C:\\My data\\' }, machine('win32'));
    const file = written('AppData/Local/autorefine/service.xml');
    expect([...file.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    const xml = file
      .subarray(2)
      .toString('utf16le')
      .replace(/^<\?xml[^>]*>/, '');
    expect(elements(xml, 'Command')).toEqual([program.node]);
    expect(elements(xml, 'Arguments')).toEqual([
      '"/home/ada/100 %/sidecar/autorefine.mjs" "serve" "--data" "C:\\My data\\\\"',
    ]);
    expect(elements(xml, 'UserId')).toEqual(['LARKMOOR\\ada', 'LARKMOOR\\ada']);
    expect(ran[0]).toEqual([
      ...['schtasks', '/Create', '/TN', 'autorefine', '/XML'],
      ...[join(home, 'AppData/Local/autorefine/service.xml'), '/F'],
    ]);
  });
});

describe.each(['linux', 'darwin', 'win32'] as const)('on %s', (platform) => {
  it('removing takes the file away, and without a service does nothing', () => {
    const { file } = installService(program, machine(platform));
    expect(removeService(program, machine(platform))).toEqual({ installed: false, running: false, file });
    expect(existsSync(file)).toBe(false);
    ran = [];
    removeService(program, machine(platform));
    expect(ran).toEqual([]);
  });

  it('says why it was not started and what to do', () => {
    expect(() => installService(program, machine(platform, 1))).toThrow(/refused by the bus.*by hand/);
    const absent = machine(platform);
    const without = { ...absent, run: () => ({ status: undefined, output: '' }) };
    expect(() => installService(program, without)).toThrow(/is not on this machine/);
    expect(serviceState(program, machine(platform, 3))).toMatchObject({ installed: true, running: false });
  });
});

it('names what to do where no service manager is known', () => {
  expect(() => installService(program, machine('freebsd'))).toThrow(/autorefine serve/);
});
