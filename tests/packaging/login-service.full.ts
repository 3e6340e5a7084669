import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/**
 * `autorefine service` under a real systemd user manager, one of its own: in a mount namespace where it finds `/run` empty,
 * on a bus of its own, with a home folder of its own. The session of whoever runs the test is not touched.
 */
const session = `
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system
mkdir -m 700 -p "$XDG_RUNTIME_DIR"
exec dbus-run-session -- bash -c '
  trap "kill \\$(jobs -p); wait" EXIT
  /lib/systemd/systemd --user >&2 &
  until systemctl --user is-system-running --wait >&2; do kill -0 $! || exit 1; done
  service() { ${JSON.stringify(process.execPath)} sidecar/autorefine.mjs service "$@" --data "$HOME/data folder" --json; }
  service install
  until grep -sq started "$HOME/data folder/logs/sidecar.log"; do systemctl --user is-active autorefine >&2; done
  service status
  service remove
  systemctl --user is-active autorefine.service
'`;

const hasManager =
  process.platform === 'linux' &&
  ['unshare', 'dbus-run-session', 'systemctl'].every((tool) => spawnSync(tool, ['--version']).status === 0) &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/run']).status === 0;

const stateSchema = z.object({ installed: z.boolean(), running: z.boolean() });

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'autorefine-service-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.skipIf(!hasManager)('a systemd user manager', () => {
  it('starts the service when it is installed and has nothing of it left when it is removed', () => {
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_RUNTIME_DIR: '/run/user-of-the-test',
    };
    const run = spawnSync('unshare', ['--mount', 'bash', '-ec', session], { encoding: 'utf8', env });
    const lines = run.stdout.trim().split('\n');
    expect(lines, run.stderr).toHaveLength(4);
    const states = lines.slice(0, 3).map((line) => stateSchema.parse(JSON.parse(line)));
    expect(states).toEqual([
      { installed: true, running: true },
      { installed: true, running: true },
      { installed: false, running: false },
    ]);
    expect(lines[3]).toBe('inactive');
    // It was stopped as one that had started: with both entries in its log.
    const log = readFileSync(join(home, 'data folder', 'logs', 'sidecar.log'), 'utf8');
    expect(log).toMatch(/"event":"started"[\s\S]*"event":"stopped"/);
  }, 120_000);
});
