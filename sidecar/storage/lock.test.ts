import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from './lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

it('refuses a second holder, names the first, and lets go on release', () => {
  const lock = lockDataFolder(directory, 'serve');
  expect(() => lockDataFolder(directory, 'erase')).toThrow(
    new RegExp(`in use by another AutoRefine process \\(\`serve\`, process ${process.pid}\\)`),
  );
  lock.release();
  lockDataFolder(directory, 'erase').release();
});

it('is gone when the process that held it was killed', () => {
  const module = fileURLToPath(new URL('./lock.ts', import.meta.url));
  const script = `const { lockDataFolder } = await import(${JSON.stringify(module)});
    lockDataFolder(${JSON.stringify(directory)}, 'serve');
    process.kill(process.pid, 'SIGKILL');`;
  expect(() =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]),
  ).toThrow();
  lockDataFolder(directory, 'erase').release();
});
