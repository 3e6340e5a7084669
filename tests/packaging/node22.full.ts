import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

/**
 * Runs the program under Node 22 as well, taken from the npm package of that name into a cache. What needs the database
 * is left out: its native part is built for the Node that installed it.
 */
const cache = join('.cache', 'node22');
const node = join(cache, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'node22-'));
  if (existsSync(node)) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{"private":true}');
  spawnSync('npm', ['install', '--prefix', cache, '--no-save', 'node@22'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => spawnSync(node, ['sidecar/autorefine.mjs', ...args], { encoding: 'utf8' });

it('is Node 22', () => {
  expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^v22\./);
});

it('checks a posting', () => {
  const posting = join(folder, 'posting.txt');
  writeFileSync(posting, 'We want a salesman.\n');
  const { status, stdout, stderr } = run('check', posting);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('salesperson');
});

it('audits a table', () => {
  const table = join(folder, 'hires.csv');
  const rows = Array.from(
    { length: 200 },
    (_, i) => `${i % 2 ? 'woman' : 'man'},${i % 5 === 0 ? 'yes' : 'no'}`,
  );
  writeFileSync(table, `gender,hired\n${rows.join('\n')}\n`);
  const { status, stdout, stderr } = run(
    'audit',
    table,
    '--selected',
    'hired',
    '--attribute',
    'gender',
    '--json',
  );
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ attribute: 'gender' });
});
