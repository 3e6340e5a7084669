import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../sidecar/cli.ts';
import { generateWorld } from '../../sidecar/sample-company/planted-bias.ts';
import { accountantOptions, hasAccountants, readMixedPostings } from '../paper/accountants.ts';
import { companyOptions } from '../paper/synthetic-company.ts';

/** Postings of other trades beside the accounting ones. */
const otherTrades = 24;
const company = { seed: 1, candidates: 1200, postings: 24 };

/**
 * `npm run bench:paper -- [--planted] [--model NAME] [--answers FILE] [--encoder NAME]
 * [--ollama URL] [--figure FILE] [--json] [--salt TEXT]`: the
 * tables of docs/paper.md, on real postings and biographies, or on a synthetic company in whose candidates a bias is planted.
 */
async function run(options: readonly string[]): Promise<number> {
  const planted = options.includes('--planted');
  if (!planted && !hasAccountants) {
    console.error('Skipped: ../shared/data is not there.');
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const { stdin, stdout, stderr } = process;
  try {
    const given = planted
      ? [...companyOptions(folder, generateWorld(company)), '--synthetic']
      : accountantOptions(folder, await readMixedPostings(otherTrades));
    const asked = options.filter((option) => option !== '--planted');
    const signal = new AbortController().signal;
    return await runCommandLine(['evaluate', '--protocol', 'paper', ...given, ...asked], {
      ...{ stdin, stdout, stderr, signal },
      defaultDataDirectory: folder,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await run(process.argv.slice(2));
