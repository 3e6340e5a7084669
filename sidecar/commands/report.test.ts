import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { exampleSource } from '../reports/example-source.fixture.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { CommandError, exitCodes } from './context.ts';
import { createReportCommand, type MadeReport } from './report.ts';
import { runCommand } from './run-command.fixture.ts';

let folder: string;
let made: MadeReport[];
beforeEach(() => {
  folder = temporaryFolder();
  made = [];
});

const registerReport = createReportCommand({
  withDesk: (_directory, _seed, work) =>
    work({ source: exampleSource(), record: (report) => made.push(report) }),
  browsers: () => [],
  now: () => new Date('2026-01-05T12:00:00Z'),
});
const run = (...args: string[]) => runCommand(registerReport, ['report', ...args], folder);
const failureOf = (...args: string[]) => run(...args).catch((error: unknown) => error);

describe('report', () => {
  test('writes the file and prints its path and checksum', async () => {
    const path = join(folder, 'report.html');
    const { out } = await run('--out', path);
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect(out).toBe(`${path}\nsha256 ${sha256}\n`);
    expect(made).toEqual([{ madeOn: '2026-01-05', format: 'html', people: expect.any(Number), sha256 }]);
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  test('two runs give the same bytes', async () => {
    const first = await run('--out', join(folder, 'a.json'), '--format', 'json');
    const second = await run('--out', join(folder, 'a.json'), '--format', 'json');
    expect(second.out).toBe(first.out);
  });

  test('CSV is a file a table, one JSON line each', async () => {
    const { out } = await run('--out', join(folder, 'report.csv'), '--format', 'csv', '--json');
    const files = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).path);
    expect(files).toContain(join(folder, 'report-funnel.csv'));
    expect((await readdir(folder)).length).toBe(files.length);
  });

  test('a PDF without a browser leaves the HTML and ends with code 3', async () => {
    const failure = await failureOf('--out', join(folder, 'report.pdf'), '--format', 'pdf');
    expect(failure).toBeInstanceOf(CommandError);
    expect(failure).toMatchObject({ exitCode: exitCodes.missingService });
    expect(String(failure)).toMatch(/Install Chromium.*written as HTML instead/);
    expect(await readdir(folder)).toEqual(['report.html']);
  });

  test.each([
    [['--since', '31.01.2026'], /"31.01.2026" is not a day.*2026-01-31/],
    [['--attribute', 'age'], /nobody reported "age"; the attributes reported are "sex", "ethnicity"/],
    [['--out', '/no/such/folder/report.html'], /could not be written.*\/no\/such\/folder/],
    [['--format', 'docx'], /html, pdf, csv, json/],
  ])('%j is refused with the mend', async (args, message) => {
    const failure = await failureOf('--out', join(folder, 'report.html'), ...args);
    expect(String(failure)).toMatch(message);
    expect(await readdir(folder)).toEqual([]);
  });
});
