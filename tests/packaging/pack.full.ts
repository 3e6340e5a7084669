import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };

/** Packs the project as npm would publish it, and installs the tarball where nothing of the checkout is near. */
let folder: string;
let installed: string;
const shell = process.platform === 'win32';

function run(program: string, args: readonly string[], cwd: string) {
  return spawnSync(program, args, { cwd, encoding: 'utf8', shell });
}
const autorefine = (...args: string[]) =>
  run('npx', ['--no-install', 'autorefine', ...args, '--data', join(folder, 'data')], installed);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'autorefine-pack-'));
  installed = join(folder, 'installed');
  mkdirSync(installed);
  const packed = run('npm', ['pack', '--pack-destination', folder], process.cwd());
  expect(packed.status, packed.stderr).toBe(0);
  writeFileSync(join(installed, 'package.json'), '{"private":true}');
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const done = run('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)], installed);
  expect(done.status, done.stderr).toBe(0);
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('says its version', () => {
  const { status, stdout, stderr } = autorefine('--version');
  expect(status, stderr).toBe(0);
  expect(stdout.trim()).toBe(packageFile.version);
});

it('checks a posting and audits a table', () => {
  const posting = join(folder, 'posting.txt');
  writeFileSync(posting, 'We want a salesman.\n');
  expect(autorefine('check', posting).stdout).toContain('salesperson');
  const table = join(folder, 'hires.csv');
  const rows = Array.from({ length: 200 }, (_, i) => `${i % 2 ? 'woman' : 'man'},${i % 5 ? 'no' : 'yes'}`);
  writeFileSync(table, `gender,hired\n${rows.join('\n')}\n`);
  const audited = autorefine('audit', table, '--selected', 'hired', '--attribute', 'gender', '--json');
  expect(audited.status, audited.stderr).toBe(0);
  expect(JSON.parse(audited.stdout.split('\n')[0] ?? '')).toMatchObject({ attribute: 'gender' });
});

it('holds the built extension, and no test or development tool', () => {
  const own = join(installed, 'node_modules', 'autorefine');
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' });
  expect(files).toContain(join('.output', 'chrome-mv3', 'manifest.json'));
  expect(files.filter((name) => /(^|[/\\])tests[/\\]|\.(test|full|fixture)\.tsx?$/.test(name))).toEqual([]);
});

it('imports people and examines itself', () => {
  const people = join(folder, 'people.csv');
  writeFileSync(people, 'id,text\n1,welds plates\n');
  const imported = autorefine('import', 'candidates', people, '--json');
  expect(imported.status, imported.stderr).toBe(0);
  expect(JSON.parse(imported.stdout)).toMatchObject({ imported: 1, rejected: [] });
  const examined = autorefine('doctor');
  expect(examined.stdout).toContain('1 candidates');
});
