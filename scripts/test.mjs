// The three levels of tests. `--quick`: types, lint, import table, unit. Default: these and real Chromium.
// `--full [GROUP…]`: the long groups only. The last line is `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });

const full = process.argv.includes('--full');
const quick = process.argv.includes('--quick');
const groups = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const totals = { passed: 0, failed: 0, skipped: 0 };

const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const run = (command, args) =>
  spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  }).status ?? 1;

/** Browser tests need a Chromium. On Debian as root it is installed; elsewhere a line says how to get one. */
function ensureBrowser() {
  const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
  if (process.env.CHROMIUM_PATH || process.platform !== 'linux' || has('chromium') || has('chromium-browser'))
    return;
  if (process.getuid?.() !== 0 || !has('apt-get')) {
    console.log(
      'No Chromium was found. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    );
    return;
  }
  console.log('Installing Chromium for the browser tests …');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'chromium']);
}

function check(title, command, args) {
  const started = Date.now();
  const ok = run(bin(command), args) === 0;
  totals[ok ? 'passed' : 'failed'] += 1;
  console.log(`${ok ? '✓' : '✗'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function vitest(project, filters = []) {
  const outputFile = join(cache, `vitest-${project}.json`);
  rmSync(outputFile, { force: true });
  const status = run(bin('vitest'), [
    'run',
    ...filters,
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${outputFile}`,
  ]);
  if (!existsSync(outputFile)) {
    totals.failed += 1;
    console.log(`✗ ${project}: the test runner stopped before it wrote its results`);
    return;
  }
  const result = JSON.parse(readFileSync(outputFile, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.skipped += result.numPendingTests + (result.numTodoTests ?? 0);
  totals.failed += result.numFailedTests;
  // A file that fails to load runs no test: the runner says so only by its exit status.
  if (status !== 0 && result.numFailedTests === 0) totals.failed += 1;
}

if (!quick) ensureBrowser();
if (full) {
  vitest('full', groups);
} else {
  check('types', 'tsc', ['--noEmit']);
  check('lint and format', 'biome', ['check', '.']);
  check('import table', 'depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'extension',
    'shared',
    'sidecar',
    'training',
    'tests',
  ]);
  vitest('unit');
  if (!quick) vitest('browser');
}

console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
