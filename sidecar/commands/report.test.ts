import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleSource } from '../reports/example-source.fixture.ts';
import { addCommonOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes } from './context.ts';
import { createReportCommand, type MadeReport } from './report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ out: string; made: MadeReport[]; failure: unknown }> {
  const stdout = new PassThrough();
  const context: CommandContext = {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    signal: new AbortController().signal,
    defaultDataDirectory: folder,
  };
  const made: MadeReport[] = [];
  const program = new Command('autorefine').exitOverride().configureOutput({ writeErr: () => {} });
  addCommonOptions(program, context);
  createReportCommand({
    withDesk: (_directory, _seed, work) =>
      work({ source: exampleSource(), record: (report) => made.push(report) }),
    browsers: () => [],
    now: () => new Date('2026-01-05T12:00:00Z'),
  })(program, context);
  const failure = await program.parseAsync(['report', ...args], { from: 'user' }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { out: String(stdout.read() ?? ''), made, failure };
}

describe('report', () => {
  test('writes the file and prints its path and checksum', async () => {
    const path = join(folder, 'report.html');
    const { out, made } = await run('--out', path);
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
    const { failure } = await run('--out', join(folder, 'report.pdf'), '--format', 'pdf');
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
    const { failure } = await run('--out', join(folder, 'report.html'), ...args);
    expect(String(failure)).toMatch(message);
    expect(await readdir(folder)).toEqual([]);
  });
});
