import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../sidecar/cli.ts';
import { accountantOptions, hasAccountants } from '../paper/accountants.ts';

const mostPostings = 40;

/** `node --import tsx tests/bench/paper.ts [--json] [--salt TEXT]`: the table of docs/paper.md. */
async function run(): Promise<number> {
  if (!hasAccountants) {
    console.error('Skipped: ../shared/data is not there.');
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const { stdin, stdout, stderr } = process;
  try {
    const given = await accountantOptions(folder, mostPostings);
    const signal = new AbortController().signal;
    return await runCommandLine(['evaluate', '--protocol', 'paper', ...given, ...process.argv.slice(2)], {
      ...{ stdin, stdout, stderr, signal },
      defaultDataDirectory: folder,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await run();
