import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../sidecar/temporary-folder.fixture.ts';

/**
 * A real Secret Service on a bus and in a home folder of its own: the keychain of whoever runs the test is not touched.
 * Without GNOME Keyring on this machine the test is skipped.
 */
const session = `
printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null
autorefine() { ${JSON.stringify(process.execPath)} sidecar/autorefine.mjs "$@" --data "$HOME/data" --json; }
autorefine encrypt
autorefine settings --measuring on
autorefine doctor || true
`;
const hasKeyring = ['gnome-keyring-daemon', 'dbus-run-session'].every(
  (tool) => spawnSync(tool, ['--version']).status === 0,
);

describe.skipIf(!hasKeyring)('a data folder whose key is in the keychain of the system', () => {
  it('is opened by every later command, and the key is in no file beside it', () => {
    const home = temporaryFolder();
    const env = { PATH: process.env.PATH, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
    const run = spawnSync('dbus-run-session', ['--', 'bash', '-ec', session], { encoding: 'utf8', env });
    const [encrypted, settings, ...diagnoses] = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(encrypted, run.stderr).toMatchObject({ encrypted: true, key: 'keychain' });
    expect(settings).toMatchObject({ measuring: true });
    expect(diagnoses).toContainEqual(expect.objectContaining({ what: 'Keychain', state: 'works' }));
    const header = readFileSync(join(home, 'data', 'autorefine.sqlite'))
      .subarray(0, 15)
      .toString('latin1');
    expect(header).not.toBe('SQLite format 3');
    // In a session without the keychain it stays closed.
    const later = spawnSync(
      process.execPath,
      ['sidecar/autorefine.mjs', 'settings', '--data', join(home, 'data')],
      { encoding: 'utf8', env: { ...env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } },
    );
    expect([later.status, later.stderr]).toEqual([2, expect.stringContaining('no key is at hand')]);
  }, 120_000);
});
