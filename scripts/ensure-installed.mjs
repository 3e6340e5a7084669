// Installs the dependencies when node_modules is missing or older than the lock file. Needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const oldestNode = [20, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  console.error(
    `AutoRefine needs Node ${oldestNode.join('.')} or newer; this is ${process.version}. Install Node 22 or 24 and try again.`,
  );
  process.exit(2);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('Installing dependencies (once, and again when they change) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock file that lacks the native packages of platforms other than the one it was made on.
  // The versions in the lock file hold all the same, and nothing is written to it.
  const result = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // Its install script would try to fetch CUDA libraries, which nothing here uses.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (result.status !== 0) {
    console.error('The install did not finish. See the lines above; then run the same command again.');
    process.exit(result.status ?? 1);
  }
  // Without this an unchanged lock file could look newer for ever.
  const now = new Date();
  utimesSync(installed, now, now);
}
